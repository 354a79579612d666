#include "indexer/segment/region_entries.h"

#include <string_view>
#include <unordered_map>

#include "analyzers/value/place_id.h"
#include "indexer/report/places/gazetteer.h"

namespace commsearch::segment {

std::vector<schema::RegionEntry> region_entries(const std::vector<schema::PlaceEntry>& places) {
    std::unordered_map<std::string_view, std::uint32_t> reports;
    for (const schema::PlaceEntry& place : places) {
        if (place.is_region()) reports.emplace(place.key, place.reports);
    }
    std::vector<schema::RegionEntry> entries;
    for (const report::Region& region : report::Gazetteer().regions()) {
        entries.push_back({.key = PlaceId{region.epoch, region.code}.text(),
                           .type = region.type,
                           .name = region.name,
                           .province = PlaceId{region.epoch, region.province_code}.text(),
                           .successor = PlaceId{Epoch::from_2025_07, region.successor}.text()});
        const auto counted = reports.find(entries.back().key);
        if (counted != reports.end()) entries.back().reports = counted->second;
    }
    return entries;
}

}  // namespace commsearch::segment
