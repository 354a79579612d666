#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "searcher/index/open_index.h"
#include "searcher/model/result.h"
#include "searcher/plan/condition.h"

namespace commsearch {

/// The facet values that a request chose, and the facets that it wants counted. The counts of a
/// facet leave its own choice aside, so a passage that fails one choice alone may still count.
class Selection {
public:
    /// Throws UsageError for a value that the facet cannot have or, of places and sections, that
    /// the index does not know.
    Selection(const OpenIndex& index, const SearchRequest& request);

    /// The choices that a passage fails.
    [[nodiscard]] FacetSet failed(const FacetRecord& record) const;
    /// Whether a passage that fails those is in the answer or counts for a facet.
    [[nodiscard]] bool is_wanted(FacetSet failed) const {
        return failed == 0 || ((failed & (failed - 1)) == 0 && (failed & counted_) != 0);
    }
    [[nodiscard]] bool is_empty() const { return chosen_kinds_ == 0; }
    /// Numbers chosen of a facet, sorted.
    [[nodiscard]] const std::vector<std::uint64_t>& chosen(FacetKind kind) const {
        return chosen_.at(static_cast<std::size_t>(kind));
    }

    /// A filter that every wanted passage passes, and others too, so that fewer have to be looked
    /// at; empty when it would spare nothing.
    [[nodiscard]] Condition narrowing() const;

private:
    const FacetTables& tables_;
    FacetSet chosen_kinds_ = 0;
    FacetSet counted_ = 0;  ///< chosen and to be counted
    std::array<std::vector<std::uint64_t>, facet_kinds> chosen_;
    std::array<Condition, facet_kinds> queries_;  ///< the choice as a filter, where it has one
};

}  // namespace commsearch
