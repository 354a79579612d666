#include "indexer/report/sections/roman_slips.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/base/unicode.h"

namespace commsearch::report {
namespace {

/// The letters that a letter of a misread number stands for; empty when it stands for none.
std::string_view roman_letters(char letter) {
    switch (letter) {
        case 'I':
        case 'l':
        case 'i':
        case '1':
        case 'L':
        case 'T':
        case '|':
        case '!':
            return "I";
        case 'H':
        case 'U':
        case 'n':
            return "II";
        case 'M':
            return "III";
        case 'V':
        case 'v':
        case 'Y':
            return "V";
        case 'X':
        case 'x':
            return "X";
        default:
            return {};
    }
}

std::string roman_text(std::int32_t value) {
    constexpr std::array<std::string_view, 20> numbers = {
        "I",  "II",  "III",  "IV",  "V",  "VI",  "VII",  "VIII",  "IX",  "X",
        "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"};
    const auto index = static_cast<std::size_t>(value - 1);
    return index < numbers.size() ? std::string(numbers.at(index)) : std::string();
}

}  // namespace

HeadingMark misread_roman_mark(std::string_view line, std::int32_t expected) {
    std::string read;
    std::size_t end = 0;
    bool letters = false;  // "11." is a number
    for (; end < line.size() && end < 6 && !roman_letters(line[end]).empty(); ++end) {
        read += roman_letters(line[end]);
        letters = letters || line[end] != '1';
    }
    if (!letters || read != roman_text(expected)) return {};
    if (end >= line.size() || std::string_view("./-)").find(line[end]) == std::string_view::npos)
        return {};
    const std::size_t text = skip_code_points(line, end + 1, is_space);
    if (text >= line.size() || !is_upper(decode_at(line, text).value)) return {};
    return {HeadingMark::roman, expected, text};
}

}  // namespace commsearch::report
