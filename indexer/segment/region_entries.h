#pragma once

#include <vector>

#include "indexer/schema/schema.h"

namespace commsearch::segment {

/// Every province and district of the gazetteer, so that a searcher needs none.
[[nodiscard]] std::vector<schema::RegionEntry> region_entries();

}  // namespace commsearch::segment
