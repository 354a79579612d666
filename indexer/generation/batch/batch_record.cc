#include "indexer/generation/batch/batch_record.h"

#include "indexer/segment/place_collector.h"

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

void move_lines(std::vector<Skipped>& skipped, std::size_t before, std::size_t now) {
    for (Skipped& one : skipped) {
        if (one.line == 0) continue;
        one.line = one.line - before + now;
        one.path = one.path.substr(0, one.path.rfind(':') + 1) + std::to_string(one.line);
    }
}

}  // namespace commsearch
