#pragma once

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
[[nodiscard]] CodePoint decode_at(std::string_view text, std::size_t at);

/// Appends `value` as UTF-8.
void append_utf8(std::string& out, char32_t value);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// Replaces each ill-formed byte by U+FFFD. Text that is valid is returned as it is.
[[nodiscard]] std::string repair_utf8(std::string_view text);

/// Unicode normal form C. Ill-formed bytes become U+FFFD. Idempotent.
[[nodiscard]] std::string nfc(std::string_view text);

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
[[nodiscard]] char32_t lower_code_point(char32_t value);
[[nodiscard]] std::string lower(std::string_view text);
/// Simple upper case, code point by code point.
[[nodiscard]] std::string upper(std::string_view text);

/// The base letter without any Vietnamese mark, in lower case: Ặ -> a, Đ -> d. Other code points
/// come back in lower case.
[[nodiscard]] char32_t bare_code_point(char32_t value);

/// Lower case without any mark; Vietnamese letters become a-z: "Ủy ban" -> "uy ban". Any normal
/// form in; combining marks are dropped.
[[nodiscard]] std::string bare(std::string_view text);

[[nodiscard]] bool is_letter(char32_t value);
[[nodiscard]] bool is_upper(char32_t value);
[[nodiscard]] bool is_digit(char32_t value);  ///< ASCII digits only
/// A combining mark (general category Mn).
[[nodiscard]] bool is_mark(char32_t value);
/// White space of any width: U+00A0, tab, U+3000, zero-width space and BOM included.
[[nodiscard]] bool is_space(char32_t value);

/// Columns a terminal needs for `text`: marks 0, wide East Asian 2, everything else 1.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Cuts to at most `max_bytes` without splitting a code point.
[[nodiscard]] std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes);

/// `text` as one line that a terminal only shows: ill-formed bytes become U+FFFD; control
/// characters, line ends, blanks of any kind and marks that turn the writing direction become one
/// blank each.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace commsearch
