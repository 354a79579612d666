#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch {

/// One decoded code point and the bytes it took.
struct CodePoint {
    char32_t value = 0;
    std::size_t size = 0;  ///< bytes, 1-4
};

/// U+FFFD, what a byte that is not UTF-8 decodes to.
inline constexpr char32_t replacement_character = 0xFFFD;

/// Decodes the code point at `text[at]`; an ill-formed byte gives U+FFFD of size 1.
/// `at` must be below text.size().
[[nodiscard]] inline CodePoint decode_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {0, 1};
    const std::size_t left = text.size() - at;
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return static_cast<unsigned char>(text[at + i]);
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const std::uint32_t first = byte(0);
    if (first < 0x80U) return {first, 1};
    if (first < 0xE0U) {
        if (first >= 0xC2U && left >= 2 && continues(1))
            return {((first & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
    } else if (first < 0xF0U) {
        if (left >= 3 && continues(1) && continues(2)) {
            const std::uint32_t value =
                ((first & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
            const bool surrogate = value >= 0xD800U && value <= 0xDFFFU;
            if (value >= 0x800U && !surrogate) return {value, 3};
        }
    } else if (first <= 0xF4U && left >= 4 && continues(1) && continues(2) && continues(3)) {
        const std::uint32_t value = ((first & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) |
                                    ((byte(2) & 0x3FU) << 6U) | (byte(3) & 0x3FU);
        if (value >= 0x10000U && value <= 0x10FFFFU) return {value, 4};
    }
    return {replacement_character, 1};
}

/// Writes `value` as UTF-8 to `out`, which has room for 4 bytes; returns how many it took.
inline std::size_t encode_utf8(char32_t value, char* out) {
    const auto byte = [&](std::size_t i, std::uint32_t bits) { out[i] = static_cast<char>(bits); };
    if (value < 0x80) {
        byte(0, value);
        return 1;
    }
    const auto low = [&](std::uint32_t shift) { return 0x80U | ((value >> shift) & 0x3FU); };
    if (value < 0x800) {
        byte(0, 0xC0U | (value >> 6U));
        byte(1, low(0));
        return 2;
    }
    if (value < 0x10000) {
        byte(0, 0xE0U | (value >> 12U));
        byte(1, low(6));
        byte(2, low(0));
        return 3;
    }
    byte(0, 0xF0U | (value >> 18U));
    byte(1, low(12));
    byte(2, low(6));
    byte(3, low(0));
    return 4;
}

/// Appends `value` as UTF-8.
inline void append_utf8(std::string& out, char32_t value) {
    std::array<char, 4> bytes{};
    out.append(bytes.data(), encode_utf8(value, bytes.data()));
}

/// Text on its way into a string, a code point at a time.
class TextWriter {
public:
    explicit TextWriter(std::string& out) : out_(out) {}
    TextWriter(const TextWriter&) = delete;
    TextWriter& operator=(const TextWriter&) = delete;
    ~TextWriter() { out_.append(bytes_.data(), size_); }

    void put(char32_t value) {
        if (size_ + 4 > bytes_.size()) flush();
        if (value < 0x80) {
            bytes_[size_++] = static_cast<char>(value);
        } else {
            size_ += encode_utf8(value, bytes_.data() + size_);
        }
    }

private:
    void flush() {
        out_.append(bytes_.data(), size_);
        size_ = 0;
    }

    std::string& out_;
    std::size_t size_ = 0;
    std::array<char, 256> bytes_;  // what is read of it was written
};

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
    };
    std::array<std::uint8_t, size> properties{};
    std::array<char16_t, size> lower{};
    std::array<char16_t, size> bare{};

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

[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// Replaces each ill-formed byte by U+FFFD. Text that is valid is returned as it is.
[[nodiscard]] std::string repair_utf8(std::string_view text);

/// Unicode normal form C. Ill-formed bytes become U+FFFD. Idempotent.
[[nodiscard]] std::string nfc(std::string_view text);
/// The same, without a copy of what is in NFC already.
[[nodiscard]] std::string into_nfc(std::string text);

/// NFC text and, for each of its bytes, where in the source it came from.
struct NormalizedText {
    std::string text;  ///< NFC
    /// Source byte offset of each byte of `text`, plus the source size at the end; empty when
    /// `text` equals the source byte for byte.
    std::vector<std::uint32_t> source_offsets;

    [[nodiscard]] std::uint32_t source_offset(std::size_t at) const {
        return source_offsets.empty() ? static_cast<std::uint32_t>(at) : source_offsets[at];
    }
};

/// NFC with the way back to the source. Source size must be below 4 GiB.
[[nodiscard]] NormalizedText nfc_with_offsets(std::string_view source);

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
[[nodiscard]] inline char32_t bare_code_point(char32_t value) {
    return value < LetterTable::size ? letter_table().bare[value] : rare_lower(value);
}

/// Lower case without any mark; Vietnamese letters become a-z: "Ủy ban" -> "uy ban". Any normal
/// form in; combining marks are dropped.
[[nodiscard]] std::string bare(std::string_view text);
/// The same, appended to `out`.
void append_bare(std::string& out, std::string_view text);

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
/// White space of any width: U+00A0, tab, U+3000, zero-width space and BOM included.
[[nodiscard]] inline bool is_space(char32_t value) {
    return has_property(value, LetterTable::space);
}

/// Columns a terminal needs for `text`: marks 0, wide East Asian 2, everything else 1.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Cuts to at most `max_bytes` without splitting a code point.
[[nodiscard]] std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes);

/// `text` as one line that a terminal only shows: ill-formed bytes become U+FFFD; control
/// characters, line ends, blanks of any kind and marks that turn the writing direction become one
/// blank each.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace commsearch
