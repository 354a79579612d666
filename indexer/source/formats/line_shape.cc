#include "indexer/source/formats/line_shape.h"

#include <algorithm>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"

namespace commsearch::source {
namespace {

/// "II.", "1.2.", "3)", "a)", "b.": 2023 and 10.433,5 are none.
bool is_item_number(std::string_view word) {
    constexpr std::size_t longest = 9;
    if (word.size() < 2 || word.size() > longest) return false;
    const char last = word.back();
    if (last != '.' && last != ')' && last != '/') return false;
    word.remove_suffix(1);
    if (word.size() == 1) return is_ascii_letter(word[0]) || is_ascii_digit(word[0]);
    if (word.find_first_not_of("IVXLC") == std::string_view::npos) return true;
    return is_dotted_number(word, 2);
}

/// "Điều 5." begins an article, "Điều 5 Luật …" is cited.
bool begins_article(std::string_view line) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, blank);
    if (word == "Phần" || word == "Chương" || word == "Mục") return true;
    if (word != "Điều" || blank == line.size()) return false;
    const std::size_t end = line.find_first_not_of("0123456789", blank + 1);
    return end == std::string_view::npos || line[end] == '.' || line[end] == ':';
}

}  // namespace

bool is_dotted_number(std::string_view word, std::size_t most_digits) {
    std::size_t digits = 0;
    for (const char byte : word) {
        if (byte != '.' && !is_ascii_digit(byte)) return false;
        digits = byte == '.' ? 0 : digits + 1;
        if (digits > most_digits) return false;
    }
    return true;
}

bool begins_with_mark(std::string_view line) {
    for (const std::string_view mark : {"-", "+", "*", "•", "–", "—", "●", "○", "▪", "✓", "|"}) {
        if (line.starts_with(mark)) return true;
    }
    return false;
}

bool ends_sentence(std::string_view line) {
    return line.ends_with('.') || line.ends_with(';') || line.ends_with(':') ||
           line.ends_with('!') || line.ends_with('?');
}

bool begins_lower(std::string_view line) {
    if (line.empty()) return false;
    const char32_t first = decode_at(line, 0).value;
    return is_letter(first) && !is_upper(first);
}

bool begins_with_dash_of_sentence(std::string_view line) {
    for (const std::string_view dash : {"- ", "– ", "— "}) {
        if (line.starts_with(dash)) return begins_lower(line.substr(dash.size()));
    }
    return false;
}

bool is_in_capitals(std::string_view line) {
    constexpr std::size_t fewest = 4;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint point = decode_at(line, at);
        at += point.size;
        if (!is_letter(point.value)) continue;
        if (!is_upper(point.value)) return false;
        ++letters;
    }
    return letters >= fewest;
}

bool is_cut_word(std::string_view line, std::string_view next) {
    constexpr std::size_t shortest = 2;
    if (line.size() < shortest || next.empty()) return false;
    if (line.back() != '-' && line.back() != '/') return false;
    const char before = line[line.size() - 2];
    const char32_t first = decode_at(next, 0).value;
    return before != ' ' && before != '-' && before != '/' &&
           (is_letter(first) || (first >= U'0' && first <= U'9'));
}

bool is_cut_name(std::string_view line, std::string_view next) {
    return (line.ends_with("BAN NHÂN") || line.ends_with("ĐỒNG NHÂN")) && next.starts_with("DÂN");
}

bool begins_numbered(std::string_view line) {
    return begins_article(line) || is_item_number(line.substr(0, line.find(' ')));
}

}  // namespace commsearch::source
