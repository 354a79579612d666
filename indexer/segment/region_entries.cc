#include "indexer/segment/region_entries.h"

#include "analyzers/value/place_id.h"
#include "indexer/report/places/gazetteer.h"

namespace commsearch::segment {

std::vector<schema::RegionEntry> region_entries() {
    std::vector<schema::RegionEntry> entries;
    for (const report::Region& region : report::Gazetteer().regions()) {
        entries.push_back({.key = PlaceId{region.epoch, region.code}.text(),
                           .type = region.type,
                           .name = region.name,
                           .province = PlaceId{region.epoch, region.province_code}.text(),
                           .successor = PlaceId{Epoch::from_2025_07, region.successor}.text()});
    }
    return entries;
}

}  // namespace commsearch::segment
