#pragma once

#include <cstddef>
#include <cstdint>

namespace commsearch {

/// A property by which matches are counted and chosen. Everything else that is known of a kind
/// stands in its row of searcher/facets/facet_table.
enum class FacetKind : std::uint8_t {
    commune,   ///< of the report, and the communes of today that took it over
    district,  ///< until June 2025
    province,  ///< of its time, and of today
    year,      ///< in which the period reported on ends; where it is not known, of the date
    quarter,
    month,
    period_year,  ///< of the period reported on alone
    period,
    topic,    ///< of a section, and the topics above it
    heading,  ///< the report's own
    issuer,
    type,
    plan_or_result,  ///< results or plans
    level,           ///< of the body that issued it: central, province, district, commune …
};

inline constexpr std::size_t facet_kinds = static_cast<std::size_t>(FacetKind::level) + 1;

/// A set of kinds: bit n stands for the n-th.
using FacetSet = std::uint32_t;
[[nodiscard]] constexpr FacetSet facet_bit(FacetKind kind) {
    return FacetSet{1} << static_cast<unsigned>(kind);
}

}  // namespace commsearch
