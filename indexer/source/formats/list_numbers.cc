#include "indexer/source/formats/list_numbers.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace commsearch::source {
namespace {

std::string roman(std::uint32_t number) {
    constexpr std::pair<std::uint32_t, std::string_view> digits[] = {
        {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
        {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
    constexpr std::uint32_t largest = 3999;
    if (number == 0 || number > largest) return std::to_string(number);
    std::string text;
    for (const auto& [value, letters] : digits) {
        for (; number >= value; number -= value) text += letters;
    }
    return text;
}

/// a … z, aa, bb … as Word counts.
std::string letters(std::uint32_t number) {
    constexpr std::uint32_t alphabet = 26;
    constexpr std::uint32_t most = 10;
    if (number == 0 || number > alphabet * most) return std::to_string(number);
    return std::string((number - 1) / alphabet + 1,
                       static_cast<char>('A' + (number - 1) % alphabet));
}

std::string lower_ascii(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    });
    return text;
}

}  // namespace

std::string number_text(ListLevel::Style style, std::uint32_t number) {
    constexpr std::uint32_t two_digits = 10;
    switch (style) {
        case ListLevel::Style::upper_roman:
            return roman(number);
        case ListLevel::Style::lower_roman:
            return lower_ascii(roman(number));
        case ListLevel::Style::upper_letter:
            return letters(number);
        case ListLevel::Style::lower_letter:
            return lower_ascii(letters(number));
        case ListLevel::Style::decimal_zero:
            return (number < two_digits ? "0" : "") + std::to_string(number);
        default:
            return std::to_string(number);
    }
}

std::string NumberedList::next_label(std::size_t level) {
    if (level >= list_levels) return {};
    const ListLevel& own = levels[level];
    counts[level] = counts[level] ? *counts[level] + 1 : own.start;
    for (std::size_t below = level + 1; below < list_levels; ++below) {
        if (levels[below].restarts) counts[below].reset();
    }
    constexpr std::size_t longest_text = 64;
    if (own.style == ListLevel::Style::none || own.text.size() > longest_text) return {};
    if (own.style == ListLevel::Style::bullet) return "-";
    std::string label;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        const bool named = own.text[i] == '%' && i + 1 < own.text.size() &&
                           own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
        if (!named) {
            label += own.text[i];
            continue;
        }
        const auto named_level = static_cast<std::size_t>(own.text[++i] - '1');
        const ListLevel& other = levels[named_level];
        const ListLevel::Style style = own.legal ? ListLevel::Style::decimal : other.style;
        label += number_text(style, counts[named_level].value_or(other.start));
    }
    return label;
}

}  // namespace commsearch::source
