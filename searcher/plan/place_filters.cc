#include <algorithm>
#include <string>
#include <utility>

#include "analyzers/value/place_id.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/filters.h"

namespace commsearch::plan {
namespace {

using Places = std::vector<const schema::PlaceEntry*>;

constexpr std::size_t most_listed = 8;

std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < std::min(items.size(), most_listed); ++i)
        text += (i == 0 ? "" : "; ") + items[i];
    return items.size() > most_listed ? text + "; …" : text;
}

std::vector<std::string> addresses(const Places& places) {
    std::vector<std::string> list;
    list.reserve(places.size());
    for (const schema::PlaceEntry* place : places) list.push_back(place->full_address());
    return list;
}

Notice ambiguous(std::string_view typed, const std::vector<std::string>& choices) {
    return make_notice(NoticeKind::place_ambiguous, {typed, listed(choices)});
}

/// Says that a commune of before 2025-07 is (partly) another one now.
class SuccessionNotices {
public:
    SuccessionNotices(const places::PlaceIndex& places, const Places& found)
        : places_(places), found_(found) {}

    std::vector<Notice> take() {
        constexpr std::size_t too_many = 3;
        if (found_.size() > too_many) return {};
        for (const schema::PlaceEntry* place : found_) {
            add_successors(*place);
            add_predecessors(*place);
        }
        return std::move(notices_);
    }

private:
    static std::string name_to_type(const schema::PlaceEntry& place) {
        return place.name + ", " + place.province;
    }

    void add_successors(const schema::PlaceEntry& place) {
        Places next;
        for (const std::string& key : place.successors) {
            const schema::PlaceEntry* successor = places_.place(key);
            if (successor != nullptr) next.push_back(successor);
        }
        const bool same =
            next.size() == 1 && std::find(found_.begin(), found_.end(), next[0]) != found_.end();
        if (next.empty() || same) return;
        const std::string list = listed(addresses(next));
        const std::string name = place.full_address();
        if (next.size() > 1) {
            notices_.push_back(make_notice(NoticeKind::place_split, {name, list}));
            return;
        }
        notices_.push_back(
            make_notice(NoticeKind::commune_successor, {name, list, name_to_type(*next[0])}));
    }

    void add_predecessors(const schema::PlaceEntry& place) {
        std::vector<std::string> whole;
        std::vector<std::string> partly;
        for (const schema::PlaceEntry* old : places_.predecessors(place)) {
            const bool typed = std::find(found_.begin(), found_.end(), old) != found_.end();
            if (old->reports == 0 || (typed && old->successors.size() == 1)) continue;
            (old->successors.size() > 1 ? partly : whole).push_back(old->full_address());
        }
        const std::string name = place.full_address();
        if (!whole.empty())
            notices_.push_back(make_notice(NoticeKind::place_predecessors, {name, listed(whole)}));
        if (!partly.empty())
            notices_.push_back(make_notice(NoticeKind::place_partly, {name, listed(partly)}));
    }

    const places::PlaceIndex& places_;
    const Places& found_;
    std::vector<Notice> notices_;
};

std::string address_of(const places::PlaceIndex& places, const schema::RegionEntry& region) {
    std::string text = region.type + ' ' + region.name;
    const schema::RegionEntry* province = places.region(region.province);
    return province == nullptr ? text : text + ", " + province->name;
}

void note_no_reports(PlaceFilter& filter, const std::string& place) {
    filter.notices.push_back(make_notice(NoticeKind::place_without_reports, {place}));
}

}  // namespace

PlaceFilter Filters::commune(std::string_view typed) const {
    PlaceFilter filter;
    const places::CommuneReading reading = places_.communes(typed);
    if (!reading.elsewhere.empty()) {
        // A district may have had the name there: "Cẩm Mỹ, Đồng Nai".
        filter.query = district(typed).query;
        if (filter.query.empty()) filter.query = nothing();
        filter.notices.push_back(make_notice(NoticeKind::place_elsewhere,
                                             {typed, listed(addresses(reading.elsewhere))}));
        return filter;
    }
    if (reading.found.empty()) {
        // Who asks for a district where a commune is wanted means all of it.
        if (places_.has_reports_in(places_.districts(typed))) return district(typed);
        if (places_.has_reports_in(places_.provinces(typed))) return province(typed);
        return filter;
    }
    std::vector<Condition> ways;
    for (const schema::PlaceEntry* place : reading.found) {
        ways.emplace_back(schema::make_term(schema::prefix_commune, place->key));
        ways.emplace_back(schema::make_term(schema::prefix_successor, place->key));
    }
    filter.query = any_of(ways);
    const bool has_reports =
        std::any_of(reading.found.begin(), reading.found.end(),
                    [&](const schema::PlaceEntry* place) { return places_.has_reports(*place); });
    if (!has_reports) {
        note_no_reports(filter, reading.found.front()->full_address());
        return filter;
    }
    const std::vector<Places> groups = places_.groups(reading.found);
    if (groups.size() > 1) {
        for (const Places& group : groups) filter.choices.push_back(group.front()->full_address());
        filter.notices.push_back(ambiguous(typed, filter.choices));
    } else {
        filter.notices = SuccessionNotices(places_, reading.found).take();
    }
    return filter;
}

PlaceFilter Filters::commune_over_time(std::string_view typed) const {
    PlaceFilter filter = commune(typed);
    if (filter.query.empty()) return filter;
    std::vector<Condition> ways{filter.query};
    for (const schema::PlaceEntry* place : places_.communes(typed).found) {
        const schema::PlaceEntry* const next =
            place->successors.size() == 1 ? places_.place(place->successors.front()) : nullptr;
        if (next == nullptr) continue;
        ways.emplace_back(schema::make_term(schema::prefix_commune, next->key));
        for (Notice& notice : filter.notices) {
            if (notice.code == notice_code(NoticeKind::commune_successor))
                notice = make_notice(NoticeKind::commune_with_successor,
                                     {place->full_address(), next->full_address()});
        }
    }
    filter.query = any_of(std::move(ways));
    return filter;
}

std::vector<std::uint32_t> Filters::commune_numbers(std::string_view typed) const {
    std::vector<std::uint32_t> numbers;
    for (const schema::PlaceEntry* place : places_.communes(typed).found)
        numbers.push_back(PlaceId::parse(place->key).number());
    return numbers;
}

PlaceFilter Filters::district(std::string_view typed) const {
    PlaceFilter filter;
    std::vector<Condition> ways;
    const std::vector<const schema::RegionEntry*> found = places_.districts(typed);
    for (const schema::RegionEntry* district : found) {
        ways.emplace_back(schema::make_term(schema::prefix_district, district->key));
        filter.choices.push_back(address_of(places_, *district));
    }
    filter.query = any_of(ways);
    if (filter.choices.size() > 1) filter.notices.push_back(ambiguous(typed, filter.choices));
    if (!found.empty() && !places_.has_reports_in(found))
        note_no_reports(filter, filter.choices.front());
    return filter;
}

PlaceFilter Filters::province(std::string_view typed) const {
    PlaceFilter filter;
    std::vector<Condition> ways;
    const std::vector<const schema::RegionEntry*> found = places_.provinces(typed);
    for (const schema::RegionEntry* province : found) {
        ways.emplace_back(schema::make_term(schema::prefix_province, province->key));
        // The papers of their offices know nothing of what came later.
        for (const schema::RegionEntry* old : places_.predecessors(*province))
            ways.emplace_back(schema::make_term(schema::prefix_province, old->key));
        const schema::RegionEntry* next = places_.region(province->successor);
        if (next == nullptr || next->name == province->name) continue;
        const std::string name = province->type + ' ' + province->name;
        filter.notices.push_back(make_notice(NoticeKind::province_successor,
                                             {name, next->type + ' ' + next->name, next->name}));
    }
    filter.query = any_of(ways);
    if (!found.empty() && !places_.has_reports_in(found))
        note_no_reports(filter, found.front()->type + ' ' + found.front()->name);
    return filter;
}

PlaceFilter Filters::village(std::string_view typed) const {
    PlaceFilter filter;
    std::vector<Condition> ways;
    for (const places::VillageEntry& village : places_.villages(typed)) {
        ways.emplace_back(
            schema::make_term(schema::prefix_village,
                              village.commune->key + '/' + schema::village_key(village.name)));
        filter.choices.push_back(village.name + ", " + village.commune->full_address());
    }
    filter.query = any_of(ways);
    if (filter.choices.size() > 1) filter.notices.push_back(ambiguous(typed, filter.choices));
    return filter;
}

}  // namespace commsearch::plan
