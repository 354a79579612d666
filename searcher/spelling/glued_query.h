#pragma once

#include <string>
#include <string_view>

#include "searcher/index/vocabulary.h"

namespace commsearch::spelling {

/// The text with a blank put into each word that the index lacks, where it falls apart into two that
/// stand side by side there: "nong thonmoi" -> "nong thon moi"; words typed with the input method
/// off too ("thonmois"). `text` is NFC. Empty when no word falls apart.
[[nodiscard]] std::string part_glued_words(const index::Vocabulary& words, std::string_view text);

}  // namespace commsearch::spelling
