#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/report/places/gazetteer.h"

namespace commsearch::report {

/// A province or district; the strings point into the embedded table.
struct Area {
    std::string_view type;
    std::string_view name;
    std::string_view province_code;  ///< of a district
};

/// A commune; as above.
struct Unit {
    std::string_view code;
    std::string_view type;
    std::string_view name;
    std::string_view district_code;
    std::string_view province_code;
};

/// One epoch's units. Once index() was called any thread may read them.
struct EpochTables {
    Epoch epoch = Epoch::unknown;
    std::unordered_map<std::string_view, Area> provinces;  ///< by code
    std::unordered_map<std::string_view, Area> districts;  ///< by code
    std::vector<Unit> communes;                            ///< in code order
    /// Positions in communes by name, folded (name::folded_place_name) and unaccented.
    std::unordered_multimap<std::string, std::size_t> by_name;
    std::unordered_multimap<std::string, std::size_t> by_unaccented_name;

    /// One row of a table of units (indexer/dictionaries/README.md).
    void add(const std::vector<std::string_view>& row, bool with_districts);
    /// Sorts the communes and fills the names; after the last add().
    void index();

    [[nodiscard]] const std::unordered_map<std::string_view, Area>& areas(
        Region::Level level) const {
        return level == Region::Level::province ? provinces : districts;
    }
    [[nodiscard]] Region region(Region::Level level, std::string_view code, const Area& area) const;
    [[nodiscard]] Commune commune(const Unit& unit) const;
};

}  // namespace commsearch::report
