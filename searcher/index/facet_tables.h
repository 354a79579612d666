#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/schema/schema.h"
#include "searcher/model/facet_kind.h"

namespace commsearch {

/// A district or province of the places of an index.
struct FacetRegion {
    std::string key;     ///< "pre2025:thanh-hoa", of a district "pre2025:thanh-hoa/huyen-ngoc-lac"
    std::string name;    ///< "Thanh Hóa", "Huyện Ngọc Lặc"
    std::string parent;  ///< key of the province, of a district
    std::string province;  ///< its name, of a district
};

/// Reads the values of facets from records. A value is a number: of communes place_number, of
/// regions their position plus one, of dates YYYY, YYYYQ or YYYYMM, of periods first month times
/// 10^6 plus last month, of sections the topic's number, of headings heading_number, else the
/// stored enumerator; 0 is "not known".
class FacetTables {
public:
    /// Both must live longer.
    FacetTables(const std::vector<PlaceEntry>& places, const std::vector<TopicEntry>& topics);

    /// Calls `use` for each value of `kind` that the record has, at least once; a value may come
    /// twice.
    template <typename Use>
    void each_value(FacetKind kind, const FacetRecord& record, Use use) const;

    [[nodiscard]] const std::vector<PlaceEntry>& places() const { return places_; }
    [[nodiscard]] const PlaceEntry* place(std::uint64_t number) const;
    /// Number of the district or, where there is none, the province that a commune lies in; 0 when
    /// not known.
    [[nodiscard]] std::uint64_t region_of(std::uint64_t place_number) const;
    [[nodiscard]] const std::vector<TopicEntry>& topics() const { return topics_; }
    /// Position plus one is the number.
    [[nodiscard]] const std::vector<FacetRegion>& regions() const { return regions_; }

private:
    using Numbers = std::vector<std::uint64_t>;
    struct Place {
        const PlaceEntry* entry = nullptr;
        Numbers communes, districts, provinces;
    };

    void add_place(const PlaceEntry& entry);
    std::uint64_t region(FacetRegion region);
    void add_regions_of(const PlaceEntry& entry, Place& place);
    [[nodiscard]] const Place& place_of(const FacetRecord& record) const;

    const std::vector<PlaceEntry>& places_;
    const std::vector<TopicEntry>& topics_;
    std::vector<FacetRegion> regions_;
    std::unordered_map<std::string, std::uint64_t> region_numbers_;
    std::unordered_map<std::uint64_t, Place> by_number_;
    Place unknown_place_;
    std::vector<Numbers> with_parents_;  ///< by topic: it and those above it
};

template <typename Use>
void FacetTables::each_value(FacetKind kind, const FacetRecord& record, Use use) const {
    const auto each = [&](const Numbers& numbers) {
        for (const std::uint64_t number : numbers) use(number);
    };
    const std::uint64_t month = record.date / 100;
    switch (kind) {
        case FacetKind::commune:
            return each(place_of(record).communes);
        case FacetKind::district:
            return each(place_of(record).districts);
        case FacetKind::province:
            return each(place_of(record).provinces);
        case FacetKind::year:
            return use(month / 100);
        case FacetKind::quarter:
            return use(month == 0 ? 0 : month / 100 * 10 + (month % 100 + 2) / 3);
        case FacetKind::month:
            return use(month);
        case FacetKind::period_year:
            return use(std::uint64_t{record.last_month / 100});
        case FacetKind::period:
            return use(std::uint64_t{record.first_month} * 1'000'000 + record.last_month);
        case FacetKind::section:
            if (record.topics.front() == 0) use(std::uint64_t{0});
            for (const std::uint8_t topic : record.topics) {
                if (topic != 0 && topic < with_parents_.size()) each(with_parents_[topic]);
            }
            return;
        case FacetKind::heading:
            return use(record.heading);
        case FacetKind::issuer:
            return use(std::uint64_t{record.issuer});
        case FacetKind::type:
            return use(std::uint64_t{record.type});
        case FacetKind::horizon:
            return use(std::uint64_t{record.horizon});
    }
}

/// Whether passages of one report may differ in it.
[[nodiscard]] inline bool varies_in_report(FacetKind kind) {
    return kind == FacetKind::section || kind == FacetKind::heading || kind == FacetKind::horizon;
}

}  // namespace commsearch
