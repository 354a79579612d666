#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/schema/columns.h"
#include "searcher/index/index_reader.h"
#include "searcher/model/facet_kind.h"
#include "searcher/model/request.h"
#include "searcher/plan/condition.h"

namespace commsearch::facets {

/// The facet values that a request chose, and the facets that it wants counted. The counts of a
/// facet leave its own choice aside, so a passage that fails one choice alone may still count.
/// Immutable: any thread may read it.
class Selection {
public:
    /// Throws UsageError for a value that the facet cannot have or, of places and topics, that
    /// the index does not know.
    Selection(const index::IndexReader& index, const SearchRequest& request);

    /// The choices that the passages of a section fail.
    [[nodiscard]] FacetSet failed(const schema::ReportRow& report,
                                  const schema::SectionRow& section) const;
    /// Whether a passage that fails these choices is in the answer, or at least counts for a facet.
    [[nodiscard]] bool is_wanted(FacetSet failed) const {
        return failed == 0 || ((failed & (failed - 1)) == 0 && (failed & counted_) != 0);
    }
    [[nodiscard]] bool is_empty() const { return chosen_kinds_ == 0; }
    /// Numbers chosen of a facet, sorted.
    [[nodiscard]] const std::vector<std::uint64_t>& chosen(FacetKind kind) const {
        return chosen_.at(static_cast<std::size_t>(kind));
    }

    /// A condition that every wanted passage meets, and perhaps others, so that fewer passages have
    /// to be looked at; empty when it would rule out none.
    [[nodiscard]] plan::Condition narrowing() const;

private:
    const index::FacetTables& tables_;
    FacetSet chosen_kinds_ = 0;
    FacetSet counted_ = 0;  ///< facets that are both chosen and to be counted
    std::array<std::vector<std::uint64_t>, facet_kinds> chosen_;
    std::array<plan::Condition, facet_kinds>
        queries_;  ///< the choice as a filter, where it has one
};

}  // namespace commsearch::facets
