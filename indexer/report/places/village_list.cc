#include "indexer/report/places/village_list.h"

#include <algorithm>
#include <map>

#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "indexer/report/places/villages.h"
#include "indexer/schema/schema.h"

namespace commsearch::report {
namespace {

/// "thôn Làng Chù" is làng Chù.
void split_inner_type(Village& village) {
    for (const std::string_view type : name::village_types()) {
        const std::string begin = lower(village.name.substr(0, type.size()));
        if (begin != type || village.name.size() <= type.size() + 1) continue;
        if (village.name[type.size()] != ' ') continue;
        village = {std::string(type), village.name.substr(type.size() + 1), village.times};
        return;
    }
}

}  // namespace

VillageList::VillageList(const Commune& commune)
    : commune_(name::folded_place_name(commune.name)) {}

std::vector<Village> VillageList::take() {
    take_in_lists();
    std::map<std::string, std::size_t> times;
    for (const Village& village : found_) times[village.type] += village.times;
    const auto most =
        std::max_element(times.begin(), times.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    for (Village& village : found_) {
        if (village.times == 0) village.type = most->first;
    }
    return std::move(found_);
}

void VillageList::take_in_lists() {
    for (const std::vector<std::string_view>& names : lists_) {
        const auto known = std::find_if(found_.begin(), found_.end(), [&](const Village& one) {
            return std::find(names.begin(), names.end(), one.name) != names.end();
        });
        if (known == found_.end()) continue;
        const std::string type = known->type;
        for (const std::string_view name : names) note(type, name, 0);
    }
}

void VillageList::note(std::string_view type, std::string_view name, std::size_t times) {
    std::string written(type);
    written += '\n';
    written += name;
    const auto [noted, is_new] = noted_.try_emplace(std::move(written));
    if (is_new) noted->second = enter({std::string(type), std::string(name), 0});
    if (noted->second.at == nowhere) return;
    Village& known = found_[noted->second.at];
    known.times += times;
    if (known.type == "khu dân cư") known.type = noted->second.type;  // says nothing of its own
}

VillageList::Noted VillageList::enter(Village village) {
    split_inner_type(village);
    std::string key = schema::village_key(village.name);
    if (key.empty() || name::folded_place_name(full_name(village)) == commune_) return {};
    const auto known = std::find(keys_.begin(), keys_.end(), key);
    const auto at = static_cast<std::size_t>(known - keys_.begin());
    if (known != keys_.end()) return {at, std::move(village.type)};
    constexpr std::size_t max_villages = 200;
    if (found_.size() == max_villages) return {};
    keys_.push_back(std::move(key));
    found_.push_back(village);
    return {at, std::move(village.type)};
}

}  // namespace commsearch::report
