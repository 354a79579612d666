#pragma once

#include <string>
#include <string_view>

#include "analyzers/base/utf8.h"

namespace commsearch::word {

/// The marks that people type inside "H'Mông", "M'Nông", "Đắk R'Lấp": none is part of the word.
[[nodiscard]] constexpr bool is_apostrophe(char32_t value) {
    return value == '\'' || value == '`' || value == 0xB4 || (value >= 0x2B9 && value <= 0x2BD) ||
           value == 0x2018 || value == 0x2019 || value == 0x2032;
}

/// The letters and digits that a written word is searched by: without what shows nothing (soft
/// hyphens, joiners) and without apostrophes; compatibility characters as what they stand for ("m²"
/// is "m2"), Cyrillic and Greek letters in a word of Latin ones as their look-alikes. NFC when
/// `written` is; the case stays. Idempotent. What has no other letters comes back as it is.
[[nodiscard]] std::string word_key(std::string_view written);

/// How a term is looked for by those who do not mind its marks: without them, and a number without a
/// fraction of zeros, so that 4 finds 4.0, while 4.0 is 4.0 alone.
[[nodiscard]] std::string unaccented_term(std::string_view term);

}  // namespace commsearch::word
