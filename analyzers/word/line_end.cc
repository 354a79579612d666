#include "analyzers/word/line_end.h"

#include <algorithm>
#include <array>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"
#include "analyzers/word/number_runs.h"

namespace commsearch::word {
namespace {

/// Lines of print, in characters: what is longer was not broken by a margin, what is shorter may be
/// a list of names.
constexpr std::size_t shortest_print = 40;
constexpr std::size_t longest_print = 130;

std::size_t line_length(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

bool closes_quotation(char32_t value) {
    return value == ')' || value == ']' || value == '"' || value == U'”' || value == U'»' ||
           value == U'’' || is_space(value);
}

bool opens_quotation(char32_t value) {
    return value == '(' || value == '[' || value == '"' || value == U'“' || value == U'«' ||
           value == U'‘';
}

bool is_table_row(std::string_view line) {
    return line.find('\t') != std::string_view::npos || line.find('|') != std::string_view::npos;
}

bool ends_sentence(std::string_view line) {
    constexpr std::array<std::string_view, 6> ends{".", ";", ":", "?", "!", "…"};
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return line.ends_with(end); });
}

/// "1.", "2)", "1.2.", "3/", "a)", "iv." and a number before a capital: "2 Văn hóa".
bool is_item(std::string_view line) {
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    constexpr std::size_t longest_mark = 8;
    if (word.empty() || word.size() > longest_mark) return false;
    const bool is_marked = std::string_view(".)/").find(word.back()) != std::string_view::npos;
    if (is_ascii_digit(word.front())) {
        if (word.find_first_not_of("0123456789.)/") != std::string_view::npos) return false;
        constexpr std::size_t longest_number = 3;
        const bool is_short = word.size() <= longest_number;
        return is_marked ||
               (is_short && end + 1 < line.size() && is_upper(decode_at(line, end + 1).value));
    }
    if (!is_marked) return false;
    const std::string_view mark = word.substr(0, word.size() - 1);
    return decode_at(mark, 0).size == mark.size() ||
           mark.find_first_not_of("ivxIVX") == std::string_view::npos;
}

/// Characters up to the first blank.
std::size_t first_word(std::string_view line) {
    return line_length(line.substr(0, std::min(line.find(' '), line.size())));
}

}  // namespace

LineEnd line_end(std::string_view line, std::string_view next) {
    next = next.substr(skip_code_points(next, 0, is_space));
    line = trimmed_where(line, closes_quotation);
    if (line.empty() || next.empty() || ends_sentence(line)) return LineEnd::ends;
    if (is_table_row(line) || is_table_row(next) || is_item(next)) return LineEnd::ends;
    const std::size_t begin = skip_code_points(next, 0, opens_quotation);
    if (begin == next.size()) return LineEnd::ends;
    const char32_t first = decode_at(next, begin).value;
    if (is_digit(first)) return LineEnd::goes_on;
    if (!is_letter(first)) return LineEnd::ends;
    return is_upper(first) ? LineEnd::may_be_full : LineEnd::goes_on;
}

bool is_full(std::string_view line, std::string_view next, std::size_t longest) {
    const std::size_t size = line_length(trimmed_where(line, is_space));
    return size >= shortest_print && longest <= longest_print &&
           size + 1 + first_word(next.substr(skip_code_points(next, 0, is_space))) > longest;
}

bool goes_on(std::string_view line, std::string_view next, std::size_t longest) {
    const LineEnd end = line_end(line, next);
    return end == LineEnd::goes_on || (end == LineEnd::may_be_full && is_full(line, next, longest));
}

std::size_t longest_line(std::string_view text) {
    std::size_t longest = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        longest = std::max(longest, line_length(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return longest;
}

}  // namespace commsearch::word
