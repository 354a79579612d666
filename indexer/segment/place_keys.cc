#include "indexer/segment/place_keys.h"

#include <string_view>

#include "indexer/report/places/gazetteer.h"

namespace commsearch {
namespace {

constexpr std::string_view before = "pre2025:";
constexpr std::string_view after = "post2025:";

std::string_view prefix_of(Epoch epoch) { return epoch == Epoch::from_2025_07 ? after : before; }

std::string key(std::string_view prefix, const std::string& code) {
    return code.empty() ? std::string() : std::string(prefix) + code;
}

}  // namespace

std::string place_key_of(const Commune& commune) {
    if (commune.epoch == Epoch::unknown) return {};
    return key(prefix_of(commune.epoch), commune.code);
}

std::string district_key_of(const Commune& commune) { return key(before, commune.district_code); }

std::string province_key_of(const Commune& commune) {
    return key(prefix_of(commune.epoch), commune.province_code);
}

std::vector<RegionEntry> region_entries() {
    std::vector<RegionEntry> entries;
    for (const Region& region : Gazetteer().regions()) {
        const std::string epoch(prefix_of(region.epoch));
        entries.push_back(
            {.key = epoch + region.code,
             .type = region.type,
             .name = region.name,
             .province = region.province_code.empty() ? "" : epoch + region.province_code,
             .successor = region.successor.empty() ? "" : std::string(after) + region.successor});
    }
    return entries;
}

}  // namespace commsearch
