#pragma once

#include <string_view>
#include <vector>

#include "analyzers/word/token.h"
#include "searcher/index/vocabulary.h"
#include "searcher/spelling/suggest.h"

namespace commsearch::spelling {

/// Where blanks are missing between syllables that the index has side by side ("thonmoi", raw Telex
/// too), or stand inside one ("sá ch"). `text` is NFC, `tokens` are its words as those of a query.
[[nodiscard]] std::vector<Change> mended_breaks(const index::Vocabulary& words,
                                                std::string_view text, const word::Tokens& tokens);

}  // namespace commsearch::spelling
