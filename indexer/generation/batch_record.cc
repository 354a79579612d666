#include "indexer/generation/batch_record.h"

#include "indexer/place_collector.h"

namespace commsearch {

void add_place(Places& places, const PlaceEntry& place) {
    const auto [known, is_new] = places.emplace(place.key, place);
    if (!is_new) merge(known->second, place);
}

std::vector<PlaceEntry> entries_of(const Places& places) {
    std::vector<PlaceEntry> entries;
    for (const auto& [key, place] : places) entries.push_back(place);
    return entries;
}

}  // namespace commsearch
