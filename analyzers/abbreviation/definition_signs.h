#pragma once

#include <string_view>

namespace commsearch::abbreviation {

/// False for most lines: nothing in them can define a short form, so nobody need read their words.
/// `line` is NFC.
[[nodiscard]] bool may_define(std::string_view line);

/// The same of a text that may not be NFC: where marks stand apart from their letters, they may be
/// of words that announce a definition, so such a text has to be read.
[[nodiscard]] bool may_define_unless_marked(std::string_view text);

}  // namespace commsearch::abbreviation
