#include "indexer/report/places/epoch_tables.h"

#include <algorithm>

#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

void EpochTables::add(const std::vector<std::string_view>& row, bool with_districts) {
    const Area area{row[2], row[3], with_districts ? row[5] : ""};
    if (row[0] == "1") {
        provinces.emplace(row[1], area);
    } else if (row[0] == "2") {
        districts.emplace(row[1], area);
    } else {
        communes.push_back({row[1], row[2], row[3], with_districts ? row[4] : "",
                            with_districts ? row[5] : row[4]});
    }
}

void EpochTables::index() {
    std::sort(communes.begin(), communes.end(),
              [](const Unit& a, const Unit& b) { return a.code < b.code; });
    by_name.reserve(communes.size());
    by_unaccented_name.reserve(communes.size());
    name::PlaceNameFolder folder;
    for (std::size_t i = 0; i < communes.size(); ++i) {
        by_name.emplace(folder.fold(communes[i].name), i);
        by_unaccented_name.emplace(folder.fold(unaccented(communes[i].name)), i);
    }
}

Region EpochTables::region(Region::Level level, std::string_view code, const Area& area) const {
    return {.epoch = epoch,
            .level = level,
            .code = std::string(code),
            .type = std::string(area.type),
            .name = std::string(area.name),
            .province_code = std::string(area.province_code),
            .successor = {}};
}

Commune EpochTables::commune(const Unit& unit) const {
    Commune commune{.epoch = epoch,
                    .code = std::string(unit.code),
                    .type = std::string(unit.type),
                    .name = std::string(unit.name),
                    .district = {},
                    .district_code = std::string(unit.district_code),
                    .province = {},
                    .province_code = std::string(unit.province_code)};
    const auto district = districts.find(unit.district_code);
    if (district != districts.end()) {
        commune.district =
            with_capital(district->second.type) + " " + std::string(district->second.name);
    }
    const auto province = provinces.find(unit.province_code);
    if (province != provinces.end()) commune.province = province->second.name;
    return commune;
}

}  // namespace commsearch::report
