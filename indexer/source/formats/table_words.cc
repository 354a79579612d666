#include "indexer/source/formats/table_words.h"

#include <algorithm>
#include <array>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/formats/line_shape.h"
#include "indexer/source/formats/paged_text.h"

namespace commsearch::source {
namespace {

/// Letters without marks and digits, one blank between words and around them: " so 45 bc ubnd ".
std::string key_of(std::string_view line) {
    constexpr std::size_t looked_at = 240;  // bytes
    std::string key = " ";
    for (const char byte : unaccented(line.substr(0, looked_at))) {
        const bool word = is_ascii_digit(byte) || is_small_ascii_letter(byte);
        if (word || key.back() != ' ') key += word ? byte : ' ';
    }
    if (key.back() != ' ') key += ' ';
    return key;
}

bool has_any(const std::string& key, const auto& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
        return key.find(phrase) != std::string::npos;
    });
}

bool begins_with_any(const std::string& key, const auto& phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return key.starts_with(phrase); });
}

bool is_roman(std::string_view word) {
    return !word.empty() && word.find_first_not_of("IVXLC") == std::string_view::npos;
}

bool is_year(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

}  // namespace

bool is_national_words(std::string_view line) {
    constexpr std::array<std::string_view, 3> phrases = {" cong hoa xa hoi chu nghia viet nam ",
                                                         " doc lap tu do hanh phuc ",
                                                         " dang cong san viet nam "};
    constexpr std::size_t longest = 16;  // words
    return count_words({std::string(line)}) <= longest && has_any(key_of(line), phrases);
}

bool is_number_or_date_words(std::string_view line) {
    constexpr std::size_t longest = 14;  // words
    const std::string key = key_of(line);
    if (count_words({std::string(line)}) > longest) return false;
    const std::size_t day = key.find(" ngay ");
    const std::size_t month = key.find(" thang ", day == std::string::npos ? 0 : day);
    const bool date = day != std::string::npos && month != std::string::npos &&
                      key.find(" nam ", month) != std::string::npos;
    const bool number = key.starts_with(" so ") && line.find('/') != std::string_view::npos;
    return date || number;
}

bool is_recipients_words(std::string_view line) {
    constexpr std::array<std::string_view, 2> labels = {" noi nhan ", " noi gui "};
    constexpr std::size_t short_line = 24;
    return begins_with_any(key_of(line), labels) &&
           (line.size() <= short_line || line.find(':') < short_line);
}

bool is_signature_words(std::string_view line) {
    constexpr std::array<std::string_view, 20> posts = {
        " tm ",       " t m ",        " kt ",           " k t ",          " tl ",
        " tuq ",      " chu tich ",   " pho chu tich ", " bi thu ",       " pho bi thu ",
        " giam doc ", " thu truong ", " nguoi lap ",    " ke toan ",      " thu ky ",
        " chu toa ",  " chu tri ",    " dai dien ",     " xac nhan cua ", " hieu truong "};
    constexpr std::size_t longest = 12;  // words
    return count_words({std::string(line)}) <= longest &&
           std::none_of(line.begin(), line.end(), is_ascii_digit) &&
           begins_with_any(key_of(line), posts);
}

bool is_ordinal(std::string_view cell) {
    constexpr std::size_t longest = 9;
    while (!cell.empty() && (cell.back() == '.' || cell.back() == ')')) cell.remove_suffix(1);
    if (cell.empty() || cell.size() > longest) return false;
    if (is_roman(cell)) return true;
    if (cell.size() == 1 && !is_ascii_digit(cell[0])) return is_ascii_letter(cell[0]);
    return is_dotted_number(cell, 3) && is_ascii_digit(cell[0]);
}

bool is_ordinal_before(std::string_view line) {
    const std::string_view word = line.substr(0, line.find(' '));
    return is_ordinal(word) && (word.ends_with('.') || word.ends_with(')') || word == line);
}

bool is_quantity(std::string_view cell) {
    if (cell.find_first_not_of("0123456789.,%+-/()<>~ \u00A0\u2013") != std::string_view::npos)
        return false;
    bool has_number = false;
    for (std::size_t at = 0; at < cell.size();) {
        std::size_t end = at;
        while (end < cell.size() && is_ascii_digit(cell[end])) ++end;
        if (end > at && !is_year(cell.substr(at, end - at))) has_number = true;
        at = std::max(end, at + 1);
    }
    return has_number;
}

std::size_t count_words(const std::vector<std::string>& lines) {
    std::size_t words = 0;
    for (const std::string& line : lines) words += words_on_page(line);
    return words;
}

}  // namespace commsearch::source
