#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace commsearch::query {

/// Bytes of the quotation mark at `text[at]`, 0 when there is none: " “ ” „ ‟ « » ＂ and the pairs
/// ‘‘ ’’. A single ’ is an apostrophe.
[[nodiscard]] std::size_t quote_size(std::string_view text, std::size_t at);

/// Bytes of what keeps two words apart at `text[at]`: a blank, '&' or '|'; 0 when there is none.
[[nodiscard]] std::size_t separator_size(std::string_view text, std::size_t at);

/// Where the run of other characters that begins at `at` ends: before a separator, a quotation
/// mark or a parenthesis.
[[nodiscard]] std::size_t run_end(std::string_view text, std::size_t at);

/// Without blanks at both ends; runs of blanks become one ' '.
[[nodiscard]] std::string squeeze_blanks(std::string_view text);

/// Without the closing punctuation of a sentence: "Ngọc," -> "Ngọc". The ".." of an open range
/// stays.
[[nodiscard]] std::string_view trim_punctuation(std::string_view text);

[[nodiscard]] std::size_t count_letters(std::string_view text);

/// Whether `text` holds a letter or a digit.
[[nodiscard]] bool has_word_character(std::string_view text);

/// Whether a letter of `text` is not a capital.
[[nodiscard]] bool has_small_letter(std::string_view text);

[[nodiscard]] bool starts_with_capital(std::string_view text);

}  // namespace commsearch::query
