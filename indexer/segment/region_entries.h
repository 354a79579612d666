#pragma once

#include <vector>

#include "indexer/schema/schema.h"

namespace commsearch::segment {

/// Every province and district of the gazetteer, so that a searcher needs none, with the reports
/// that `places` counts of it.
[[nodiscard]] std::vector<schema::RegionEntry> region_entries(
    const std::vector<schema::PlaceEntry>& places);

}  // namespace commsearch::segment
