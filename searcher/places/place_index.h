#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/schema/schema.h"

namespace commsearch::places {

/// A hamlet of a commune.
struct VillageEntry {
    const schema::PlaceEntry* commune = nullptr;
    std::string name;  ///< "thôn Mỹ Yên"
};

/// What a typed name of a commune may mean; pointers into the tables of the index.
struct CommuneReading {
    /// Communes of either epoch with that name and in the region typed with it. Those without any
    /// report, own or of predecessors, only when all are.
    std::vector<const schema::PlaceEntry*> found;
    /// Communes of that name elsewhere than typed; only when `found` is empty.
    std::vector<const schema::PlaceEntry*> elsewhere;
};

/// Finds the places of an index by name. Names are compared without regard to case, tone style and
/// spelling of Đắk; accents may be left out; other accents fit only where nothing fits better. A
/// name may have its type before it and district and province behind it: "xã Cẩm Mỹ, Cẩm Xuyên, Hà
/// Tĩnh". Immutable: any thread may use it.
class PlaceIndex {
public:
    /// Both must live longer and stay where they are.
    PlaceIndex(const std::vector<schema::PlaceEntry>& places,
               const std::vector<schema::RegionEntry>& regions);

    /// By name, code ("15079") or key ("pre2025:15079").
    [[nodiscard]] CommuneReading communes(std::string_view typed) const;
    /// Districts or provinces, of either epoch.
    [[nodiscard]] std::vector<const schema::RegionEntry*> districts(std::string_view typed) const;
    [[nodiscard]] std::vector<const schema::RegionEntry*> provinces(std::string_view typed) const;
    /// The communes, with or without reports, of the district or else the province of that name.
    [[nodiscard]] std::vector<const schema::PlaceEntry*> communes_in(std::string_view region) const;
    /// Hamlets, "thôn Mỹ Yên" or "Mỹ Yên", perhaps with ", xã Cẩm Mỹ" and so on behind.
    /// The first call of any thread lists them all.
    [[nodiscard]] std::vector<VillageEntry> villages(std::string_view typed) const;

    [[nodiscard]] const schema::PlaceEntry* place(std::string_view key) const;
    [[nodiscard]] const schema::RegionEntry* region(std::string_view key) const;
    /// Places that `place` took over, wholly or in part.
    [[nodiscard]] std::vector<const schema::PlaceEntry*> predecessors(
        const schema::PlaceEntry& place) const;
    /// Provinces of before 2025-07 that one of today took over.
    [[nodiscard]] std::vector<const schema::RegionEntry*> predecessors(
        const schema::RegionEntry& province) const;
    /// Whether it has reports, its own or those of its predecessors.
    [[nodiscard]] bool has_reports(const schema::PlaceEntry& place) const;

    /// Whether any of the regions has reports, of its own offices or from within.
    [[nodiscard]] bool has_reports_in(const std::vector<const schema::RegionEntry*>& regions) const;

    /// The places in groups, one for each real place: a commune and its successor are one.
    [[nodiscard]] std::vector<std::vector<const schema::PlaceEntry*>> groups(
        const std::vector<const schema::PlaceEntry*>& places) const;

private:
    [[nodiscard]] std::vector<const schema::RegionEntry*> regions_named(std::string_view name,
                                                                        bool districts) const;
    enum class Area : std::uint8_t { either, district, province };
    /// Whether it lies in a district or province of that name, then or today.
    [[nodiscard]] bool lies_in(const schema::PlaceEntry& place, std::string_view typed_region,
                               Area of = Area::either) const;
    [[nodiscard]] bool lies_in(const schema::RegionEntry& region,
                               const schema::RegionEntry& outer) const;

    const std::vector<schema::PlaceEntry>& places_;
    const std::vector<schema::RegionEntry>& regions_;
    std::unordered_multimap<std::string, const schema::PlaceEntry*>
        by_letters_;  ///< unaccented_place_name
    std::unordered_multimap<std::string, const schema::RegionEntry*> regions_by_letters_;
    std::unordered_map<std::string, const schema::PlaceEntry*> by_key_;
    std::unordered_multimap<std::string, const schema::PlaceEntry*>
        by_successor_;  ///< key of the successor
    mutable std::once_flag villages_are_listed_;
    /// By the letters of village_key; immutable once listed.
    mutable std::unordered_multimap<std::string, VillageEntry> villages_by_letters_;
};

}  // namespace commsearch::places
