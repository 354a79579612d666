#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/report.h"

namespace commsearch::report {

/// A province, or a district as there were until 30 June 2025.
struct Region {
    enum class Level : std::uint8_t { province = 1, district = 2 };
    Epoch epoch = Epoch::unknown;
    Level level = Level::province;
    std::string code;           ///< two digits, of a district three
    std::string type;           ///< "tỉnh", "thành phố", "huyện" …
    std::string name;           ///< without type
    std::string province_code;  ///< of a district
    std::string successor;      ///< code of the province that took a province over, in 2025-07
    bool operator==(const Region&) const = default;
};

/// "Huyện Ngọc Lặc", "tỉnh Thanh Hóa"; as lists of units write it.
[[nodiscard]] std::string full_name(const Region& region);

/// What is known of a place when a report is read; any field may be empty.
struct PlaceHint {
    std::string commune;   ///< name without type, any tone style, accents or none
    std::string district;  ///< name with or without type
    std::string province;  ///< name with or without type
    Date date;             ///< of the paper: a place is one of its epoch; either when unknown
};

/// Every commune, district and province before and from 2025-07-01, and which new communes took
/// over an old one. Immutable: any thread may use it; about 15 ms to build. Sources:
/// indexer/dictionaries/README.md.
class Gazetteer {
public:
    Gazetteer();
    ~Gazetteer();
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;

    /// Communes that fit every given part of the hint, in code order. Names are compared with tone
    /// placement and case folded and Đắk = Đăk = Đak; by unaccented spelling only when nothing fits
    /// otherwise. A date that leaves the epoch open tries the older one first.
    [[nodiscard]] std::vector<Commune> find(const PlaceHint& hint) const;

    /// The commune with that code in that epoch; code empty when there is none.
    [[nodiscard]] Commune by_code(Epoch epoch, std::string_view code) const;

    /// New communes that hold (part of) an old one, in code order.
    [[nodiscard]] std::vector<Commune> successors(const Commune& commune) const;

    /// Old communes of which a new one holds (part), in code order.
    [[nodiscard]] std::vector<Commune> predecessors(const Commune& commune) const;

    /// Provinces or districts of that name, type left out, compared as in find(); `type` ("huyện")
    /// narrows when it is not empty. In code order; the epochs of `date` as in find().
    [[nodiscard]] std::vector<Region> regions_named(Region::Level level, std::string_view type,
                                                    std::string_view name, Date date) const;

    /// The province or district of that code in that epoch; code empty when there is none.
    [[nodiscard]] Region region(const PlaceId& id) const;

    /// Every province and district: the older epoch first, then by level and code.
    [[nodiscard]] std::vector<Region> regions() const;

    /// Whether any province, old or new, has that name (compared as in find()).
    [[nodiscard]] bool is_province(std::string_view name) const;

private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

}  // namespace commsearch::report
