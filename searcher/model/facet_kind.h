#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch {

/// What matches are counted and chosen by. A kind stands for one level: communes lie in districts,
/// these in provinces, months in quarters, these in years.
enum class FacetKind : std::uint8_t {
    commune,   ///< of the report, and those of today that took it over
    district,  ///< until June 2025
    province,  ///< of its time, and of today
    year,      ///< of the document's date
    quarter,
    month,
    period_year,  ///< of the period reported on
    period,
    section,  ///< topic, and those above it
    heading,  ///< the report's own
    issuer,
    type,
    horizon,
};

inline constexpr std::size_t facet_kinds = 13;

/// Every kind, in the order of the enumerators.
[[nodiscard]] const std::vector<FacetKind>& all_facet_kinds();

/// A set of facets: bit n is FacetKind n.
using FacetSet = std::uint32_t;
[[nodiscard]] constexpr FacetSet facet_bit(FacetKind kind) {
    return FacetSet{1} << static_cast<unsigned>(kind);
}

/// "commune"; a key of JSON and a parameter of URLs.
[[nodiscard]] std::string_view facet_name(FacetKind kind);
[[nodiscard]] std::optional<FacetKind> facet_of_name(std::string_view name);

/// The value that asks for what is not known, where null cannot be written.
inline constexpr std::string_view unknown_value = "khong-ro";

/// Values of one facet that a request chose, any of them.
struct FacetChoice {
    FacetKind kind = FacetKind::commune;
    std::vector<std::string> values;  ///< as FacetValue::value, or a name; empty or
                                      ///< unknown_value: not known
    bool operator==(const FacetChoice&) const = default;
};

/// A facet that a request wants counted.
struct FacetRequest {
    enum class Sort : std::uint8_t {
        natural,  ///< dates newest first, everything else as count
        count,    ///< most reports first, then by label
        label,    ///< accents aside
        value,
    };
    FacetKind kind = FacetKind::commune;
    std::size_t limit = 100;  ///< values; chosen ones are listed beyond it
    Sort sort = Sort::natural;
    std::string search = {};  ///< only values with these beginnings of words in their label,
                              ///< accents aside, and the chosen ones
    bool operator==(const FacetRequest&) const = default;
};

/// Every facet but the headings, of which there are thousands: what programs get unless they say.
[[nodiscard]] std::vector<FacetRequest> usual_facets();

}  // namespace commsearch
