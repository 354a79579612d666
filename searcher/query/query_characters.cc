#include "searcher/query/query_characters.h"

#include <algorithm>
#include <array>

#include "analyzers/base/unicode.h"

namespace commsearch::query {
namespace {

constexpr std::array<std::string_view, 10> quotes{"\"", "“", "”",  "„",  "‟",
                                                  "«",  "»", "＂", "‘‘", "’’"};

}  // namespace

std::size_t quote_size(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    const auto* const found =
        std::find_if(quotes.begin(), quotes.end(),
                     [&](std::string_view quote) { return rest.starts_with(quote); });
    return found == quotes.end() ? 0 : found->size();
}

std::size_t separator_size(std::string_view text, std::size_t at) {
    const CodePoint point = decode_at(text, at);
    const bool separates = point.value == '&' || point.value == '|' || is_space(point.value);
    return separates ? point.size : 0;
}

std::size_t run_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const bool parenthesis = text[at] == '(' || text[at] == ')';
        if (parenthesis || separator_size(text, at) > 0 || quote_size(text, at) > 0) break;
        at += decode_at(text, at).size;
    }
    return at;
}

std::string squeeze_blanks(std::string_view text) {
    std::string out;
    bool blank_before = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const bool blank = is_space(point.value);
        if (!blank && blank_before && !out.empty()) out.push_back(' ');
        if (!blank) out += text.substr(at, point.size);
        blank_before = blank;
        at += point.size;
    }
    return out;
}

std::string_view trim_punctuation(std::string_view text) {
    while (!text.empty() &&
           std::string_view(",;:!?.").find(text.back()) != std::string_view::npos) {
        if (text.ends_with("..")) break;
        text.remove_suffix(1);
    }
    return text;
}

std::size_t count_letters(std::string_view text) { return count_code_points(text, is_letter); }

bool has_word_character(std::string_view text) {
    return count_code_points(
               text, [](char32_t value) { return is_letter(value) || is_digit(value); }) > 0;
}

bool has_small_letter(std::string_view text) {
    return count_code_points(
               text, [](char32_t value) { return is_letter(value) && !is_upper(value); }) > 0;
}

bool starts_with_capital(std::string_view text) {
    return !text.empty() && is_upper(decode_at(text, 0).value);
}

}  // namespace commsearch::query
