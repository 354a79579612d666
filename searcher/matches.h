#pragma once

#include <xapian.h>

#include <chrono>
#include <vector>

#include "analyzers/analyzer.h"
#include "indexer/schema.h"
#include "searcher/open_index.h"
#include "searcher/query_builder.h"
#include "searcher/selection.h"

namespace commsearch {

/// A passage that matched the query.
struct Match {
    Xapian::docid passage = 0;
    double weight = 0;
    FacetRecord facets;
    Selection::Kinds failed = 0;  ///< choices it fails; then it only counts for a facet

    /// Document id of its report.
    [[nodiscard]] Xapian::docid report() const { return passage - facets.ordinal; }
};

/// Which passages are looked at.
struct Scope {
    Xapian::Query filter;                  ///< may be empty
    const Selection* selection = nullptr;  ///< none: all are wanted
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
};

/// Every passage that answers `built` and is wanted by the selection, in the order of passages;
/// those of a report are neighbours. Phrases and nearness are checked in the text. Throws TimeLimit
/// when the deadline passes.
[[nodiscard]] std::vector<Match> find_matches(const OpenIndex& index, const BuiltQuery& built,
                                              const Scope& scope, Analyzer& analyzer);

/// How many passages that would give, told no further than `enough`.
[[nodiscard]] std::size_t count_matches(const OpenIndex& index, const BuiltQuery& built,
                                        const Scope& scope, Analyzer& analyzer, std::size_t enough);

/// Every passage of a query with the weight that the query gives it, nothing more.
[[nodiscard]] std::vector<Match> score_passages(const OpenIndex& index, const Xapian::Query& query);

}  // namespace commsearch
