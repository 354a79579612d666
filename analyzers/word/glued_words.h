#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace commsearch::word {

/// Where a word that holds two, glued by a slip of the typist, falls apart: "huyệnTrung" and
/// "BTVTỉnh" by their case, "tràolàm" because only one cut gives two syllables. Empty for every
/// other word, plain ASCII ones ("facebook") included. Byte offset inside `word`, NFC.
[[nodiscard]] std::optional<std::size_t> glued_word_border(std::string_view word);

/// Where a number glued behind a word begins: "thôn5", "QL1A", "COVID19". Empty for one letter
/// ("B40"), units ("km2"), two letters that are a syllable without marks ("CO2") and codes that go
/// on with letters. Byte offset inside `word`.
[[nodiscard]] std::optional<std::size_t> glued_number_border(std::string_view word);

}  // namespace commsearch::word
