#include "indexer/place_collector.h"

#include <algorithm>

#include "indexer/segment_builder.h"

namespace commsearch {
namespace {

Commune commune_of_key(const Gazetteer& gazetteer, const std::string& key) {
    const std::size_t colon = key.find(':');
    if (colon == std::string::npos) return {};
    const Epoch epoch = key.starts_with("post") ? Epoch::from_2025_07 : Epoch::before_2025_07;
    return gazetteer.by_code(epoch, std::string_view(key).substr(colon + 1));
}

}  // namespace

PlaceEntry& PlaceCollector::entry(const Commune& commune) {
    PlaceEntry& place = places_[place_key_of(commune)];
    if (!place.key.empty()) return place;
    place = {.key = place_key_of(commune),
             .type = commune.type,
             .name = commune.name,
             .district = commune.district,
             .province = commune.province,
             .successors = {}};
    for (const Commune& successor : gazetteer_.successors(commune))
        place.successors.push_back(place_key_of(successor));
    return place;
}

void PlaceCollector::add(const std::string& key, const std::vector<std::string>& villages) {
    const auto known = places_.find(key);
    if (known != places_.end() && known->second.reports > 0) {
        ++known->second.reports;
    } else {
        const Commune commune = commune_of_key(gazetteer_, key);
        if (commune.code.empty()) return;
        ++entry(commune).reports;
        for (const Commune& successor : gazetteer_.successors(commune)) (void)entry(successor);
        for (const Commune& old : gazetteer_.predecessors(commune)) (void)entry(old);
    }
    for (const std::string& village : villages) {
        const auto [known_village, is_new] = villages_[key].emplace(village_key(village), village);
        // Of several spellings always the same one, in whatever order the reports come.
        if (!is_new) known_village->second = std::min(known_village->second, village);
    }
}

std::vector<PlaceEntry> PlaceCollector::places() const {
    std::vector<PlaceEntry> all;
    for (const auto& [key, place] : places_) {
        all.push_back(place);
        const auto villages = villages_.find(key);
        if (villages == villages_.end()) continue;
        for (const auto& [name_key, name] : villages->second) all.back().villages.push_back(name);
    }
    return all;
}

}  // namespace commsearch
