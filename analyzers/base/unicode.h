#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/base/utf8.h"

namespace commsearch {

/// What is known of the code points below U+2100, nearly all that stand in a Vietnamese text; read
/// from ICU once.
struct LetterTable {
    static constexpr std::size_t size = 0x2100;
    enum Property : std::uint8_t {
        letter = 1,
        upper = 2,
        mark = 4,
        space = 8,
        nfc_inert = 16,  ///< as it is in NFC, whatever stands beside it
        digit = 32,      ///< ASCII digits only
        ignorable = 64,  ///< shows nothing: a soft hyphen, joiners, a byte order mark
        foldable = 128,  ///< stands for other letters or digits: "ﬁ", "m²", full width, "Ⅲ"
    };
    std::array<std::uint8_t, size> properties{};
    std::array<char16_t, size> lower{};
    std::array<char16_t, size> unaccented{};

    LetterTable();
};

[[nodiscard]] inline const LetterTable& letter_table() {
    static const LetterTable table;
    return table;
}

/// What the table would say of the code points beyond it.
[[nodiscard]] std::uint8_t rare_properties(char32_t value);
[[nodiscard]] char32_t rare_lower(char32_t value);

/// Properties of a code point, as bits.
[[nodiscard]] inline unsigned properties_of(char32_t value) {
    return value < LetterTable::size ? letter_table().properties[value] : rare_properties(value);
}

/// `bytes` of the charset that people call so ("windows-1258", "gb2312", in any case) as UTF-8;
/// nothing when no charset has that name.
[[nodiscard]] std::optional<std::string> utf8_of_charset(std::string_view bytes,
                                                         const std::string& charset);

/// Simple lower case, code point by code point; Đ, Ð (U+00D0), Ɖ (U+0189) and their small
/// look-alikes ð, ɖ all become đ (U+0111): typed by mistake in official papers ("QÐ-UBND").
[[nodiscard]] inline char32_t lower_code_point(char32_t value) {
    return value < LetterTable::size ? letter_table().lower[value] : rare_lower(value);
}
[[nodiscard]] std::string lower(std::string_view text);
/// The same, appended to `out`.
void append_lower(std::string& out, std::string_view text);
/// Simple upper case, code point by code point.
[[nodiscard]] std::string upper(std::string_view text);

/// The base letter without any Vietnamese mark, in lower case: Ặ -> a, Đ -> d. Other code points
/// come back in lower case.
[[nodiscard]] inline char32_t unaccented_code_point(char32_t value) {
    return value < LetterTable::size ? letter_table().unaccented[value] : rare_lower(value);
}

/// Lower case without any mark; Vietnamese letters become a-z: "Ủy ban" -> "uy ban". Any normal
/// form in; combining marks are dropped.
[[nodiscard]] std::string unaccented(std::string_view text);
/// The same, appended to `out`.
void append_unaccented(std::string& out, std::string_view text);

/// A code point with its properties.
struct Letter {
    char32_t value = 0;
    std::uint32_t size = 0;  ///< bytes, 1-4
    unsigned properties = 0;

    [[nodiscard]] bool is_any(unsigned wanted) const { return (properties & wanted) != 0; }
};

/// decode_at() and properties_of() at once. `table` is letter_table(), which a loop asks for once.
[[nodiscard]] inline Letter letter_at(const LetterTable& table, std::string_view text,
                                      std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1, table.properties[first]};
    const CodePoint point = decode_at(text, at);
    const unsigned properties = point.value < LetterTable::size ? table.properties[point.value]
                                                                : rare_properties(point.value);
    return {point.value, static_cast<std::uint32_t>(point.size), properties};
}

[[nodiscard]] inline bool has_property(char32_t value, LetterTable::Property property) {
    return (properties_of(value) & property) != 0;
}

[[nodiscard]] inline bool is_letter(char32_t value) {
    return has_property(value, LetterTable::letter);
}
[[nodiscard]] inline bool is_upper(char32_t value) {
    return has_property(value, LetterTable::upper);
}
/// ASCII digits only.
[[nodiscard]] inline bool is_digit(char32_t value) { return value >= '0' && value <= '9'; }
/// A combining mark (general category Mn).
[[nodiscard]] inline bool is_mark(char32_t value) { return has_property(value, LetterTable::mark); }
/// What shows nothing and belongs to no word: a soft hyphen, U+200B to U+200D, U+2060, U+FEFF.
[[nodiscard]] inline bool is_ignorable(char32_t value) {
    return has_property(value, LetterTable::ignorable);
}
/// White space of any width: U+00A0, tab, U+3000, zero-width space and BOM included.
[[nodiscard]] inline bool is_space(char32_t value) {
    return has_property(value, LetterTable::space);
}

/// Columns a terminal needs for `text`: marks 0, wide East Asian 2, everything else 1.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text` as one line that a terminal only shows: ill-formed bytes become U+FFFD; control
/// characters, line ends, blanks of any kind and marks that turn the writing direction become one
/// blank each.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace commsearch
