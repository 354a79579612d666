#pragma once

#include <string_view>

#include "searcher/index/vocabulary.h"

namespace commsearch::spelling {

/// Whether the index shows that `typed` is `decoded` (by decode_query_keystrokes) typed with the
/// input method off: of the words that differ, most are in the index as decoded and not as typed.
/// Matches would be no evidence: a long question finds some passage in its raw form too.
[[nodiscard]] bool speaks_for_keystrokes(const index::Vocabulary& words, std::string_view typed,
                                         std::string_view decoded);

}  // namespace commsearch::spelling
