#include "searcher/model/facet_kind.h"

#include <array>

namespace commsearch {
namespace {

/// In the order of the enumerators.
constexpr std::array<std::string_view, facet_kinds> names = {
    "commune", "district", "province", "year",   "quarter", "month",  "period_year",
    "period",  "section",  "heading",  "issuer", "type",    "horizon"};

}  // namespace

const std::vector<FacetKind>& all_facet_kinds() {
    static const std::vector<FacetKind> all = [] {
        std::vector<FacetKind> kinds;
        for (std::size_t i = 0; i < facet_kinds; ++i) kinds.push_back(static_cast<FacetKind>(i));
        return kinds;
    }();
    return all;
}

std::string_view facet_name(FacetKind kind) { return names.at(static_cast<std::size_t>(kind)); }

std::optional<FacetKind> facet_of_name(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names.at(i) == name) return static_cast<FacetKind>(i);
    }
    return std::nullopt;
}

std::vector<FacetRequest> usual_facets() {
    std::vector<FacetRequest> facets;
    for (const FacetKind kind : all_facet_kinds()) {
        if (kind != FacetKind::heading) facets.push_back({kind});
    }
    return facets;
}

}  // namespace commsearch
