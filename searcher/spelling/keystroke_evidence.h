#pragma once

#include <string_view>

#include "searcher/index/vocabulary.h"

namespace commsearch {

/// Whether the index makes it clear that `typed` is `decoded` (of decode_query_keystrokes), typed
/// with the input method off: most of the decoded words are words of the index, and were none as
/// typed. The raw forms of long questions hit some passage by accident, so hits are no evidence.
[[nodiscard]] bool speaks_for_keystrokes(const IndexWords& words, std::string_view typed,
                                         std::string_view decoded);

}  // namespace commsearch
