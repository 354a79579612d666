#include "searcher/index/facet_tables.h"

#include <algorithm>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "analyzers/value/place_id.h"

namespace commsearch::index {
namespace {

void add_once(std::vector<std::uint64_t>& numbers, std::uint64_t number) {
    if (std::find(numbers.begin(), numbers.end(), number) == numbers.end())
        numbers.push_back(number);
}

std::string slug_of(const std::string& name) {
    std::string slug = unaccented(nfc(name));
    std::replace(slug.begin(), slug.end(), ' ', '-');
    return slug;
}

const schema::RegionEntry* entry_of(const std::vector<schema::RegionEntry>& regions,
                                    std::string_view key) {
    const auto found = std::find_if(regions.begin(), regions.end(),
                                    [&](const schema::RegionEntry& one) { return one.key == key; });
    return found == regions.end() ? nullptr : &*found;
}

/// "pre2025:"
std::string epoch_of_key(const std::string& key) { return key.substr(0, key.find(':') + 1); }

/// "Huyện Ngọc Lặc"
std::string district_name(const schema::RegionEntry& district) {
    const std::string name = district.type + ' ' + district.name;
    const std::size_t first = decode_at(name, 0).size;
    return upper(name.substr(0, first)) + name.substr(first);
}

}  // namespace

FacetTables::FacetTables(const std::vector<schema::PlaceEntry>& places,
                         const std::vector<schema::RegionEntry>& regions,
                         const std::vector<schema::TopicEntry>& topics)
    : places_(places), topics_(topics), unknown_place_{nullptr, {0}, {0}, {0}} {
    for (const schema::PlaceEntry& place : places_)
        by_number_[PlaceId::parse(place.key).number()].entry = &place;
    for (const schema::PlaceEntry& place : places_) add_place(place);
    for (const schema::RegionEntry& region : regions) {
        if (region.reports > 0) add_region(region, regions);
    }
    with_parents_.resize(topics_.size() + 1);
    std::unordered_map<std::string_view, std::size_t> numbers;
    for (std::size_t i = 0; i < topics_.size(); ++i) numbers.emplace(topics_[i].slug, i + 1);
    for (std::size_t i = 0; i < topics_.size(); ++i) {
        std::size_t number = i + 1;
        for (std::size_t depth = 0; number != 0 && depth < topics_.size(); ++depth) {
            add_once(with_parents_[i + 1], number);
            const auto above = numbers.find(topics_[number - 1].parent);
            number = above == numbers.end() ? 0 : above->second;
        }
    }
}

void FacetTables::add_place(const schema::PlaceEntry& entry) {
    const std::uint64_t number = PlaceId::parse(entry.key).number();
    Place& place = by_number_[number];
    place.communes = {number};
    add_regions_of(entry, place);
    for (const std::string& key : entry.successors) {
        const std::uint64_t successor = PlaceId::parse(key).number();
        const auto found = by_number_.find(successor);
        if (found == by_number_.end()) continue;
        add_once(place.communes, successor);
        add_regions_of(*found->second.entry, place);
    }
    if (place.districts.empty()) place.districts.push_back(0);
    if (place.provinces.empty()) place.provinces.push_back(0);
}

void FacetTables::add_regions_of(const schema::PlaceEntry& entry, Place& place) {
    if (entry.province.empty()) return;
    const std::string province = epoch_of_key(entry.key) + slug_of(entry.province);
    add_once(place.provinces, region({province, entry.province, {}, {}}));
    if (entry.district.empty()) return;
    add_once(place.districts, region({province + '/' + slug_of(entry.district), entry.district,
                                      province, entry.province}));
}

std::uint64_t FacetTables::province_number(const schema::RegionEntry& province) {
    return region({epoch_of_key(province.key) + slug_of(province.name), province.name, {}, {}});
}

void FacetTables::add_region(const schema::RegionEntry& entry,
                             const std::vector<schema::RegionEntry>& regions) {
    Place& place = by_number_[PlaceId::parse(entry.key).number()];
    place.communes = {0};
    const schema::RegionEntry* const province =
        entry.is_district() ? entry_of(regions, entry.province) : &entry;
    if (province != nullptr) {
        place.provinces.push_back(province_number(*province));
        if (entry.is_district()) {
            const std::string name = district_name(entry);
            const std::string& above = regions_[place.provinces.front() - 1].key;
            place.districts.push_back(
                region({above + '/' + slug_of(name), name, above, province->name}));
        }
        const schema::RegionEntry* const next = entry_of(regions, province->successor);
        if (next != nullptr) add_once(place.provinces, province_number(*next));
    }
    if (place.districts.empty()) place.districts.push_back(0);
    if (place.provinces.empty()) place.provinces.push_back(0);
}

std::uint64_t FacetTables::region(FacetRegion region) {
    const auto [at, is_new] = region_numbers_.emplace(region.key, regions_.size() + 1);
    if (is_new) regions_.push_back(std::move(region));
    return at->second;
}

const schema::PlaceEntry* FacetTables::place(std::uint64_t number) const {
    const auto found = by_number_.find(number);
    return found == by_number_.end() ? nullptr : found->second.entry;
}

std::uint64_t FacetTables::region_of(std::uint64_t place_number) const {
    const auto found = by_number_.find(place_number);
    if (found == by_number_.end() || found->second.entry == nullptr) return 0;
    // Its own regions come before those of the communes that took it over.
    const Place& place = found->second;
    return place.entry->district.empty() ? place.provinces.front() : place.districts.front();
}

const FacetTables::Place& FacetTables::lists_of(std::uint32_t place) const {
    const auto found = by_number_.find(place);
    return found == by_number_.end() ? unknown_place_ : found->second;
}

}  // namespace commsearch::index
