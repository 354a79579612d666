#include "indexer/segment/place_collector.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/report/places/villages.h"

namespace commsearch::segment {
namespace {

/// Hamlets are kept by key; of several spellings always the same one stays.
void add_village(std::vector<std::string>& villages, const std::string& village) {
    // Reports of one commune say the same names again and again.
    if (std::find(villages.begin(), villages.end(), village) != villages.end()) return;
    const std::string key = schema::village_key(village);
    const auto at = std::lower_bound(villages.begin(), villages.end(), key,
                                     [](const std::string& one, const std::string& wanted) {
                                         return schema::village_key(one) < wanted;
                                     });
    if (at == villages.end() || schema::village_key(*at) != key) {
        villages.insert(at, village);
    } else {
        *at = std::min(*at, village);
    }
}

}  // namespace

schema::PlaceEntry& PlaceCollector::entry(const report::Commune& commune) {
    const std::string key = commune.id().text();
    schema::PlaceEntry& place = places_[key];
    if (!place.key.empty()) return place;
    place = {.key = key,
             .type = commune.type,
             .name = commune.name,
             .district = commune.district,
             .province = commune.province,
             .successors = {}};
    for (const report::Commune& successor : gazetteer_.successors(commune))
        place.successors.push_back(successor.id().text());
    return place;
}

void PlaceCollector::count_region(const PlaceId& region) {
    schema::PlaceEntry& entry = places_[region.text()];
    entry.key = region.text();
    ++entry.reports;
}

void PlaceCollector::add(const report::Report& report) {
    if (!report.commune.id().is_known()) {
        if (report.place().is_known()) count_region(report.place());
        return;
    }
    for (const report::Commune& successor : report.successors) (void)entry(successor);
    for (const report::Commune& old : report.predecessors) (void)entry(old);
    schema::PlaceEntry& place = entry(report.commune);
    ++place.reports;
    for (const report::Village& village : report.villages)
        add_village(place.villages, report::full_name(village));
}

void merge(schema::PlaceEntry& place, const schema::PlaceEntry& other) {
    if (place.successors.empty()) place.successors = other.successors;
    place.reports += other.reports;
    for (const std::string& village : other.villages) add_village(place.villages, village);
}

}  // namespace commsearch::segment
