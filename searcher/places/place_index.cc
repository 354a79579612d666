#include "searcher/places/place_index.h"

#include <algorithm>
#include <utility>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "analyzers/value/place_id.h"

namespace commsearch::places {
namespace {

/// "xã Cẩm Mỹ, Cẩm Xuyên, Hà Tĩnh" -> {"xã Cẩm Mỹ", "Cẩm Xuyên", "Hà Tĩnh"}.
std::vector<std::string_view> parts_of(std::string_view typed) {
    std::vector<std::string_view> parts;
    for (const std::string_view part : split(typed, ',')) {
        if (!trimmed(part).empty()) parts.push_back(trimmed(part));
    }
    if (parts.empty()) parts.emplace_back();
    return parts;
}

/// Of the entries, those whose name fits the typed one best; with the type typed before it, if any
/// has that.
template <typename Entry>
std::vector<const Entry*> best_named(const std::vector<const Entry*>& entries,
                                     std::string_view typed) {
    const name::TypedName name = name::typed_name(typed);
    const std::string key = name::folded_place_name(name.name);
    name::NameFit best = name::NameFit::letters;
    for (const Entry* entry : entries)
        best = std::max(best, name::name_fit(key, name::folded_place_name(entry->name)));
    std::vector<const Entry*> found;
    bool typed_fits = false;
    for (const Entry* entry : entries) {
        if (name::name_fit(key, name::folded_place_name(entry->name)) != best) continue;
        found.push_back(entry);
        typed_fits = typed_fits || unaccented(entry->type) == name.type;
    }
    if (typed_fits)
        std::erase_if(found,
                      [&](const Entry* entry) { return unaccented(entry->type) != name.type; });
    return found;
}

}  // namespace

PlaceIndex::PlaceIndex(const std::vector<schema::PlaceEntry>& places,
                       const std::vector<schema::RegionEntry>& regions)
    : places_(places), regions_(regions) {
    name::PlaceNameFolder folder;
    for (const schema::PlaceEntry& place : places_) {
        by_letters_.emplace(folder.fold(unaccented(place.name)), &place);
        by_key_.emplace(place.key, &place);
        for (const std::string& successor : place.successors)
            by_successor_.emplace(successor, &place);
    }
    for (const schema::RegionEntry& region : regions_)
        regions_by_letters_.emplace(folder.fold(unaccented(region.name)), &region);
}

const schema::PlaceEntry* PlaceIndex::place(std::string_view key) const {
    const auto found = by_key_.find(std::string(key));
    return found == by_key_.end() ? nullptr : found->second;
}

const schema::RegionEntry* PlaceIndex::region(std::string_view key) const {
    const auto found = std::find_if(regions_.begin(), regions_.end(),
                                    [&](const schema::RegionEntry& one) { return one.key == key; });
    return found == regions_.end() ? nullptr : &*found;
}

std::vector<const schema::PlaceEntry*> PlaceIndex::predecessors(
    const schema::PlaceEntry& place) const {
    std::vector<const schema::PlaceEntry*> found;
    const auto [begin, end] = by_successor_.equal_range(place.key);
    for (auto entry = begin; entry != end; ++entry) found.push_back(entry->second);
    std::ranges::sort(found, {}, &schema::PlaceEntry::key);
    return found;
}

bool PlaceIndex::has_reports(const schema::PlaceEntry& place) const {
    if (place.reports > 0) return true;
    const std::vector<const schema::PlaceEntry*> old = predecessors(place);
    return std::any_of(old.begin(), old.end(),
                       [](const schema::PlaceEntry* one) { return one->reports > 0; });
}

bool PlaceIndex::has_reports_in(const std::vector<const schema::RegionEntry*>& regions) const {
    return std::any_of(regions.begin(), regions.end(), [&](const schema::RegionEntry* region) {
        const bool has_own =
            std::any_of(regions_.begin(), regions_.end(), [&](const schema::RegionEntry& one) {
                return one.reports > 0 && lies_in(one, *region);
            });
        if (has_own) return true;
        // The city of Lào Cai is not the province of Lào Cai.
        return std::any_of(places_.begin(), places_.end(), [&](const schema::PlaceEntry& place) {
            return place.reports > 0 &&
                   lies_in(place, region->name,
                           region->is_district() ? Area::district : Area::province);
        });
    });
}

std::vector<const schema::RegionEntry*> PlaceIndex::predecessors(
    const schema::RegionEntry& province) const {
    std::vector<const schema::RegionEntry*> found;
    if (!province.is_of_today()) return found;
    for (const schema::RegionEntry& one : regions_) {
        if (one.successor == province.key) found.push_back(&one);
    }
    return found;
}

/// Whether it is the other one, or a part of it then or today.
bool PlaceIndex::lies_in(const schema::RegionEntry& region,
                         const schema::RegionEntry& outer) const {
    if (region.key == outer.key || region.province == outer.key) return true;
    const schema::RegionEntry* const province =
        region.is_district() ? this->region(region.province) : &region;
    return province != nullptr && !outer.is_district() && province->successor == outer.key;
}

bool PlaceIndex::lies_in(const schema::PlaceEntry& place, std::string_view typed_region,
                         Area of) const {
    const std::string key = name::folded_place_name(name::typed_name(typed_region).name);
    const auto fits = [&](std::string_view area) {
        return !area.empty() &&
               name::name_fit(key, name::folded_place_name(name::typed_name(area).name)) !=
                   name::NameFit::none;
    };
    const auto is_there = [&](const schema::PlaceEntry* other) {
        return other != nullptr && ((of != Area::province && fits(other->district)) ||
                                    (of != Area::district && fits(other->province)));
    };
    if (is_there(&place)) return true;
    const std::vector<const schema::PlaceEntry*> old = predecessors(place);
    return std::any_of(place.successors.begin(), place.successors.end(),
                       [&](const std::string& next) { return is_there(this->place(next)); }) ||
           std::any_of(old.begin(), old.end(), is_there);
}

CommuneReading PlaceIndex::communes(std::string_view typed) const {
    CommuneReading reading;
    const std::string text = nfc(typed);
    std::vector<std::string_view> parts = parts_of(text);
    std::vector<const schema::PlaceEntry*> named;
    for (const std::string& key : {text, PlaceId{Epoch::before_2025_07, text}.text(),
                                   PlaceId{Epoch::from_2025_07, text}.text()}) {
        const schema::PlaceEntry* place = this->place(key);
        if (place != nullptr) named.push_back(place);
    }
    if (named.empty()) {
        const auto [begin, end] = by_letters_.equal_range(
            name::unaccented_place_name(name::typed_name(parts.front()).name));
        for (auto entry = begin; entry != end; ++entry) named.push_back(entry->second);
        named = best_named(named, parts.front());
    }
    parts.erase(parts.begin());
    for (const schema::PlaceEntry* place : named) {
        const bool fits = std::all_of(parts.begin(), parts.end(), [&](std::string_view region) {
            return lies_in(*place, region);
        });
        (fits ? reading.found : reading.elsewhere).push_back(place);
    }
    if (!reading.found.empty()) reading.elsewhere.clear();
    for (std::vector<const schema::PlaceEntry*>* list : {&reading.found, &reading.elsewhere}) {
        const auto empty = [&](const schema::PlaceEntry* place) { return !has_reports(*place); };
        if (!std::all_of(list->begin(), list->end(), empty)) std::erase_if(*list, empty);
        std::ranges::sort(*list, {}, &schema::PlaceEntry::key);
    }
    return reading;
}

std::vector<const schema::RegionEntry*> PlaceIndex::regions_named(std::string_view name,
                                                                  bool districts) const {
    std::vector<const schema::RegionEntry*> named;
    const auto [begin, end] = regions_by_letters_.equal_range(name::unaccented_place_name(name));
    for (auto entry = begin; entry != end; ++entry) {
        if (entry->second->is_district() == districts) named.push_back(entry->second);
    }
    std::ranges::sort(named, {}, &schema::RegionEntry::key);
    return named;
}

std::vector<const schema::RegionEntry*> PlaceIndex::provinces(std::string_view typed) const {
    const std::string text = nfc(typed);
    const std::string name(name::typed_name(text).name);
    std::vector<const schema::RegionEntry*> named = regions_named(name, false);
    const std::string key = name::folded_place_name(name);
    name::NameFit best = name::NameFit::letters;
    for (const schema::RegionEntry* one : named)
        best = std::max(best, name::name_fit(key, name::folded_place_name(one->name)));
    std::erase_if(named, [&](const schema::RegionEntry* one) {
        return name::name_fit(key, name::folded_place_name(one->name)) != best;
    });
    return named;
}

std::vector<const schema::RegionEntry*> PlaceIndex::districts(std::string_view typed) const {
    const std::string text = nfc(typed);
    const std::vector<std::string_view> parts = parts_of(text);
    std::vector<const schema::RegionEntry*> named =
        best_named(regions_named(name::typed_name(parts.front()).name, true), parts.front());
    if (parts.size() > 1) {
        const std::vector<const schema::RegionEntry*> within = provinces(parts[1]);
        std::erase_if(named, [&](const schema::RegionEntry* district) {
            const schema::RegionEntry* province = region(district->province);
            return std::none_of(within.begin(), within.end(), [&](const schema::RegionEntry* one) {
                return province != nullptr &&
                       (one->key == province->key || one->key == province->successor);
            });
        });
    }
    return named;
}

std::vector<const schema::PlaceEntry*> PlaceIndex::communes_in(std::string_view region) const {
    std::vector<const schema::RegionEntry*> named = districts(region);
    if (named.empty()) named = provinces(region);
    std::vector<const schema::PlaceEntry*> found;
    for (const schema::PlaceEntry& place : places_) {
        const bool fits =
            std::any_of(named.begin(), named.end(), [&](const schema::RegionEntry* one) {
                return lies_in(place, one->type + ' ' + one->name);
            });
        if (fits && !place.is_region()) found.push_back(&place);
    }
    return found;
}

std::vector<VillageEntry> PlaceIndex::villages(std::string_view typed) const {
    const std::string text = nfc(typed);
    const std::vector<std::string_view> parts = parts_of(text);
    const std::string key = schema::village_key(parts.front());
    std::call_once(villages_are_listed_, [&] {
        for (const schema::PlaceEntry& place : places_) {
            for (const std::string& village : place.villages) {
                villages_by_letters_.emplace(unaccented(schema::village_key(village)),
                                             VillageEntry{&place, village});
            }
        }
    });
    const auto lies_there = [&](const schema::PlaceEntry& place, std::string_view part) {
        const std::string name = name::folded_place_name(name::typed_name(part).name);
        return name::name_fit(name, name::folded_place_name(place.name)) != name::NameFit::none ||
               lies_in(place, part);
    };
    name::NameFit best = name::NameFit::letters;
    std::vector<std::pair<VillageEntry, name::NameFit>> fitting;
    const auto [begin, end] = villages_by_letters_.equal_range(unaccented(key));
    for (auto entry = begin; entry != end; ++entry) {
        const VillageEntry& village = entry->second;
        const name::NameFit fit = name::name_fit(key, schema::village_key(village.name));
        if (fit < best) continue;
        const bool fits = std::all_of(parts.begin() + 1, parts.end(), [&](std::string_view part) {
            return lies_there(*village.commune, part);
        });
        if (!fits) continue;
        best = fit;
        fitting.emplace_back(village, fit);
    }
    std::sort(fitting.begin(), fitting.end(), [](const auto& a, const auto& b) {
        return a.first.commune->key != b.first.commune->key
                   ? a.first.commune->key < b.first.commune->key
                   : a.first.name < b.first.name;
    });
    std::vector<VillageEntry> found;
    for (auto& [village, fit] : fitting) {
        if (fit == best) found.push_back(std::move(village));
    }
    return found;
}

std::vector<std::vector<const schema::PlaceEntry*>> PlaceIndex::groups(
    const std::vector<const schema::PlaceEntry*>& places) const {
    std::vector<std::vector<const schema::PlaceEntry*>> groups;
    const auto linked = [](const schema::PlaceEntry* a, const schema::PlaceEntry* b) {
        return std::find(a->successors.begin(), a->successors.end(), b->key) !=
                   a->successors.end() ||
               std::find(b->successors.begin(), b->successors.end(), a->key) != b->successors.end();
    };
    for (const schema::PlaceEntry* place : places) {
        std::vector<const schema::PlaceEntry*> merged = {place};
        std::erase_if(groups, [&](const std::vector<const schema::PlaceEntry*>& group) {
            const bool same =
                std::any_of(group.begin(), group.end(),
                            [&](const schema::PlaceEntry* one) { return linked(one, place); });
            if (same) merged.insert(merged.end(), group.begin(), group.end());
            return same;
        });
        groups.push_back(std::move(merged));
    }
    return groups;
}

}  // namespace commsearch::places
