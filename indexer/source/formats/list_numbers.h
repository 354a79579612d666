#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::source {

/// How the numbers of one level of a list look and where they are.
struct ListLevel {
    enum class Style : std::uint8_t {
        none,
        bullet,
        decimal,
        decimal_zero,  ///< 01, 02 … 10
        upper_roman,
        lower_roman,
        upper_letter,
        lower_letter,
    };
    Style style = Style::none;
    std::string text;  ///< "%1.%2." as DOCX writes it
    std::uint32_t start = 1;
    bool legal = false;      ///< all numbers in `text` are decimal, whatever their levels say
    bool restarts = true;    ///< after an item of a level above
    std::string of_style{};  ///< the paragraph style that is of this level; empty for none
};

/// Levels of a list that a number may have.
inline constexpr std::size_t list_levels = 10;

/// A list being numbered.
struct NumberedList {
    std::vector<ListLevel> levels = std::vector<ListLevel>(list_levels);
    /// The last number of each level; nothing where none was given.
    std::vector<std::optional<std::uint32_t>> counts =
        std::vector<std::optional<std::uint32_t>>(list_levels);

    /// Counts an item of `level` (0-based) and returns its number: "II.", "1.2.", "-"; empty for
    /// levels without one.
    [[nodiscard]] std::string next_label(std::size_t level);
    /// As if no item had been counted.
    void restart() { counts.assign(list_levels, std::nullopt); }
};

/// `number` as a style writes it: "IV", "ab", "07"; as digits where the style has no such number.
[[nodiscard]] std::string number_text(ListLevel::Style style, std::uint32_t number);

}  // namespace commsearch::source
