#include <algorithm>
#include <string>
#include <utility>

#include "searcher/plan/condition.h"
#include "searcher/plan/filters.h"

namespace commsearch {
namespace {

using Places = std::vector<const PlaceEntry*>;

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
    for (const PlaceEntry* place : places) list.push_back(place->full_address());
    return list;
}

Notice notice(std::string code, std::string vi, std::string en) {
    return {std::move(code), {std::move(vi), std::move(en)}, {}};
}

Notice ambiguous(std::string_view typed, const std::vector<std::string>& choices) {
    const std::string name(typed);
    const std::string list = listed(choices);
    return notice("place-ambiguous",
                  "có nhiều nơi tên \"" + name + "\", đã tìm ở tất cả: " + list +
                      "; muốn một nơi, hãy viết cả huyện hoặc tỉnh",
                  "several places are named \"" + name + "\", all were searched: " + list +
                      "; to pick one, name its district or province too");
}

/// Says that a commune of before 2025-07 is (partly) another one now.
class SuccessionNotices {
public:
    SuccessionNotices(const PlaceIndex& places, const Places& found)
        : places_(places), found_(found) {}

    std::vector<Notice> take() {
        constexpr std::size_t too_many = 3;
        if (found_.size() > too_many) return {};
        for (const PlaceEntry* place : found_) {
            add_successors(*place);
            add_predecessors(*place);
        }
        return std::move(notices_);
    }

private:
    static std::string name_to_type(const PlaceEntry& place) {
        return place.name + ", " + place.province;
    }

    void add_successors(const PlaceEntry& place) {
        Places next;
        for (const std::string& key : place.successors) {
            const PlaceEntry* successor = places_.place(key);
            if (successor != nullptr) next.push_back(successor);
        }
        const bool same =
            next.size() == 1 && std::find(found_.begin(), found_.end(), next[0]) != found_.end();
        if (next.empty() || same) return;
        const std::string list = listed(addresses(next));
        const std::string name = place.full_address();
        if (next.size() > 1) {
            notices_.push_back(
                notice("place-split",
                       "từ 01/7/2025 " + name + " được chia, mỗi nơi một phần: " + list +
                           "; báo cáo của các xã ấy không tìm ở đây",
                       "since 2025-07-01 " + name + " is divided, a part each: " + list +
                           "; their reports are not searched here"));
            return;
        }
        notices_.push_back(notice("place-successor",
                                  "từ 01/7/2025 " + name + " thuộc " + list +
                                      "; tìm cả xã mới: xã:\"" + name_to_type(*next[0]) + "\"",
                                  "since 2025-07-01 " + name + " is part of " + list +
                                      "; to search all of that: commune:\"" +
                                      name_to_type(*next[0]) + "\""));
    }

    void add_predecessors(const PlaceEntry& place) {
        std::vector<std::string> whole;
        std::vector<std::string> partly;
        for (const PlaceEntry* old : places_.predecessors(place)) {
            const bool typed = std::find(found_.begin(), found_.end(), old) != found_.end();
            if (old->reports == 0 || (typed && old->successors.size() == 1)) continue;
            (old->successors.size() > 1 ? partly : whole).push_back(old->full_address());
        }
        const std::string name = place.full_address();
        if (!whole.empty()) {
            notices_.push_back(
                notice("place-predecessors",
                       name + " gồm cả báo cáo trước 01/7/2025 của: " + listed(whole),
                       name + " includes the reports of before 2025-07-01 of: " + listed(whole)));
        }
        if (!partly.empty()) {
            notices_.push_back(notice("place-partly",
                                      "chỉ một phần nơi sau đây thuộc " + name +
                                          ", đã tìm mọi báo cáo của nơi ấy: " + listed(partly),
                                      "only a part of these belongs to " + name +
                                          ", all their reports were searched: " + listed(partly)));
        }
    }

    const PlaceIndex& places_;
    const Places& found_;
    std::vector<Notice> notices_;
};

std::string address_of(const PlaceIndex& places, const RegionEntry& region) {
    std::string text = region.type + ' ' + region.name;
    const RegionEntry* province = places.region(region.province);
    return province == nullptr ? text : text + ", " + province->name;
}

}  // namespace

PlaceFilter Filters::commune(std::string_view typed) const {
    PlaceFilter filter;
    const CommuneReading reading = places_.communes(typed);
    if (!reading.elsewhere.empty()) {
        // A district may have had the name there: "Cẩm Mỹ, Đồng Nai".
        filter.query = district(typed).query;
        if (filter.query.empty()) filter.query = nothing();
        const std::string name(typed);
        const std::string list = listed(addresses(reading.elsewhere));
        filter.notices.push_back(notice(
            "place-elsewhere",
            "chỉ mục không có báo cáo của xã \"" + name + "\"; xã cùng tên ở nơi khác: " + list,
            "the index has no report of the commune \"" + name +
                "\"; of that name it has: " + list));
        return filter;
    }
    std::vector<Condition> ways;
    for (const PlaceEntry* place : reading.found) {
        ways.emplace_back(make_term(prefix_commune, place->key));
        ways.emplace_back(make_term(prefix_successor, place->key));
    }
    filter.query = any_of(ways);
    const std::vector<Places> groups = places_.groups(reading.found);
    if (groups.size() > 1) {
        for (const Places& group : groups) filter.choices.push_back(group.front()->full_address());
        filter.notices.push_back(ambiguous(typed, filter.choices));
    } else {
        filter.notices = SuccessionNotices(places_, reading.found).take();
    }
    return filter;
}

PlaceFilter Filters::district(std::string_view typed) const {
    PlaceFilter filter;
    std::vector<Condition> ways;
    const std::vector<const RegionEntry*> found = places_.districts(typed);
    for (const RegionEntry* district : found) {
        ways.emplace_back(make_term(prefix_district, district->key));
        filter.choices.push_back(address_of(places_, *district));
    }
    filter.query = any_of(ways);
    if (filter.choices.size() > 1) filter.notices.push_back(ambiguous(typed, filter.choices));
    return filter;
}

PlaceFilter Filters::province(std::string_view typed) const {
    PlaceFilter filter;
    std::vector<Condition> ways;
    const std::vector<const RegionEntry*> found = places_.provinces(typed);
    for (const RegionEntry* province : found) {
        ways.emplace_back(make_term(prefix_province, province->key));
        const RegionEntry* next = places_.region(province->successor);
        if (next == nullptr || next->name == province->name) continue;
        const std::string name = province->type + ' ' + province->name;
        filter.notices.push_back(
            notice("place-successor",
                   "từ 01/7/2025 " + name + " thuộc " + next->type + ' ' + next->name +
                       "; tìm cả tỉnh mới: tỉnh:\"" + next->name + "\"",
                   "since 2025-07-01 " + name + " is part of " + next->type + ' ' + next->name +
                       "; to search all of that: province:\"" + next->name + "\""));
    }
    filter.query = any_of(ways);
    return filter;
}

PlaceFilter Filters::village(std::string_view typed) const {
    PlaceFilter filter;
    std::vector<Condition> ways;
    for (const VillageEntry& village : places_.villages(typed)) {
        ways.emplace_back(
            make_term(prefix_village, village.commune->key + '/' + village_key(village.name)));
        filter.choices.push_back(village.name + ", " + village.commune->full_address());
    }
    filter.query = any_of(ways);
    if (filter.choices.size() > 1) filter.notices.push_back(ambiguous(typed, filter.choices));
    return filter;
}

}  // namespace commsearch
