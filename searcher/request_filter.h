#pragma once

#include <xapian.h>

#include "searcher/open_index.h"
#include "searcher/result.h"

namespace commsearch {

/// The filters of a request; empty when there are none. Throws UsageError for a place or topic that
/// is not in the index.
[[nodiscard]] Xapian::Query request_filter(const OpenIndex& index, const SearchRequest& request);

}  // namespace commsearch
