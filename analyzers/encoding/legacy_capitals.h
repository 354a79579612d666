#pragma once

#include <string>
#include <string_view>

namespace commsearch::encoding {

/// TCVN3 text (decoded, NFC) with its capitals where the words around show them: a word with
/// capitals behind its first letter ("NHâN", "ủY") becomes all capitals, and so does one of a
/// single capital ("Xã") between two such syllables, or beside one at a line's end. Other words
/// stay as they are: a heading set in a capitals font and typed small stays small.
[[nodiscard]] std::string with_capitals(std::string_view line);

}  // namespace commsearch::encoding
