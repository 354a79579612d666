#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/schema/schema.h"

namespace commsearch::index {

/// A district or province of the places of an index.
struct FacetRegion {
    std::string key;     ///< "pre2025:thanh-hoa", of a district "pre2025:thanh-hoa/huyen-ngoc-lac"
    std::string name;    ///< "Thanh Hóa", "Huyện Ngọc Lặc"
    std::string parent;  ///< key of the province, of a district
    std::string province;  ///< its name, of a district
};

/// The lists behind the facets of places and topics: which communes, regions and topics count for a
/// passage. A commune's number is PlaceId::number(), a region's its position in regions()
/// plus one, a topic's its position in topics() plus one; 0 is "not known". Immutable: any thread
/// may read it.
class FacetTables {
public:
    /// `places` and `topics` must live longer. Of `regions` those with reports of their own count.
    FacetTables(const std::vector<schema::PlaceEntry>& places,
                const std::vector<schema::RegionEntry>& regions,
                const std::vector<schema::TopicEntry>& topics);

    using Numbers = std::span<const std::uint64_t>;

    // `place` is PlaceId::number() of a report's place.

    /// A commune and those of today that took it over; {0} when it is not known or no commune.
    [[nodiscard]] Numbers communes(std::uint32_t place) const { return lists_of(place).communes; }
    /// The districts of those communes, and their provinces, or the district or province itself
    /// and the province of today; {0} where there is none.
    [[nodiscard]] Numbers districts(std::uint32_t place) const { return lists_of(place).districts; }
    [[nodiscard]] Numbers provinces(std::uint32_t place) const { return lists_of(place).provinces; }
    /// A topic and those above it; empty when the number is not known.
    [[nodiscard]] Numbers topic_and_above(std::size_t topic) const {
        return topic < with_parents_.size() ? Numbers(with_parents_[topic]) : Numbers();
    }

    [[nodiscard]] const std::vector<schema::PlaceEntry>& places() const { return places_; }
    [[nodiscard]] const schema::PlaceEntry* place(std::uint64_t number) const;
    /// Number of the district or, where there is none, the province that a commune lies in; 0 when
    /// not known.
    [[nodiscard]] std::uint64_t region_of(std::uint64_t place_number) const;
    [[nodiscard]] const std::vector<schema::TopicEntry>& topics() const { return topics_; }
    /// Position plus one is the number.
    [[nodiscard]] const std::vector<FacetRegion>& regions() const { return regions_; }

private:
    struct Place {
        const schema::PlaceEntry* entry = nullptr;
        std::vector<std::uint64_t> communes, districts, provinces;
    };

    void add_place(const schema::PlaceEntry& entry);
    void add_region(const schema::RegionEntry& entry,
                    const std::vector<schema::RegionEntry>& regions);
    std::uint64_t province_number(const schema::RegionEntry& province);
    std::uint64_t region(FacetRegion region);
    void add_regions_of(const schema::PlaceEntry& entry, Place& place);
    [[nodiscard]] const Place& lists_of(std::uint32_t place) const;

    const std::vector<schema::PlaceEntry>& places_;
    const std::vector<schema::TopicEntry>& topics_;
    std::vector<FacetRegion> regions_;
    std::unordered_map<std::string, std::uint64_t> region_numbers_;
    std::unordered_map<std::uint64_t, Place> by_number_;
    Place unknown_place_;
    std::vector<std::vector<std::uint64_t>> with_parents_;  ///< by topic: it and those above it
};

}  // namespace commsearch::index
