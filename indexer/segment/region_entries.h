#pragma once

#include <vector>

#include "indexer/schema/schema.h"

namespace commsearch {

/// Every province and district of the gazetteer, so that a searcher needs none.
[[nodiscard]] std::vector<RegionEntry> region_entries();

}  // namespace commsearch
