#include "indexer/generation/batch/batch_record.h"

#include "indexer/segment/place_collector.h"

namespace commsearch::generation {

void add_place(Places& places, const schema::PlaceEntry& place) {
    const auto [known, is_new] = places.emplace(place.key, place);
    if (!is_new) segment::merge(known->second, place);
}

std::vector<schema::PlaceEntry> entries_of(const Places& places) {
    std::vector<schema::PlaceEntry> entries;
    for (const auto& [key, place] : places) entries.push_back(place);
    return entries;
}

void move_lines(std::vector<source::Skipped>& skipped, std::size_t before, std::size_t now) {
    for (source::Skipped& one : skipped) {
        if (one.line == 0) continue;
        one.line = one.line - before + now;
        one.path = one.path.substr(0, one.path.rfind(':') + 1) + std::to_string(one.line);
    }
}

}  // namespace commsearch::generation
