#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace commsearch {

/// A Vietnamese vowel letter taken apart.
struct VowelLetter {
    int base = -1;  ///< a ă â e ê i o ô ơ u ư y = 0 … 11; -1: not a vowel
    int tone = 0;   ///< none, huyền, hỏi, ngã, sắc, nặng
    bool upper = false;
};

[[nodiscard]] VowelLetter vowel_letter(char32_t value);
/// The letter put together again; `letter.base` must not be -1.
[[nodiscard]] char32_t code_point(VowelLetter letter);

/// The first letter made a capital, in place, from byte `from` on.
void capitalize(std::string& text, std::size_t from);
/// Normal form D of NFC Vietnamese text; marks in canonical order.
[[nodiscard]] std::string decomposed(std::string_view text);
/// "hòa, khỏe, thủy" -> "hoà, khoẻ, thuỷ".
[[nodiscard]] std::string new_tone_style(std::string_view text);
/// "ng" + "iê_n" + nặng -> "nghiện": '_' follows the vowel that bears the tone.
[[nodiscard]] std::string syllable_of(const std::string& onset, std::string_view rime, int tone);
/// "Bà Rịa - Vũng Tàu" -> "ba-ria-vung-tau".
[[nodiscard]] std::string slug_of(std::string_view text);
/// Words: runs without blanks.
[[nodiscard]] std::size_t count_words(std::string_view text);

}  // namespace commsearch
