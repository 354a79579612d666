#pragma once

#include <string>
#include <vector>

#include "indexer/report/report.h"
#include "indexer/schema/schema.h"

namespace commsearch {

// The keys by which the index knows places: an epoch and the official code, "post2025:01234".

/// The key of a commune, empty when its code is unknown.
[[nodiscard]] std::string place_key_of(const Commune& commune);

/// The key of its district, empty when it has none.
[[nodiscard]] std::string district_key_of(const Commune& commune);

/// The key of its province, empty when its code is unknown.
[[nodiscard]] std::string province_key_of(const Commune& commune);

/// Every province and district of the gazetteer, so that a searcher needs none.
[[nodiscard]] std::vector<RegionEntry> region_entries();

}  // namespace commsearch
