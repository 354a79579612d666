#pragma once

#include <xapian.h>

#include <vector>

#include "analyzers/analyzer.h"
#include "indexer/schema.h"
#include "searcher/open_index.h"
#include "searcher/query_builder.h"

namespace commsearch {

/// A passage that matched.
struct Match {
    Xapian::docid passage = 0;
    double weight = 0;
    FacetRecord facets;

    /// Document id of its report.
    [[nodiscard]] Xapian::docid report() const { return passage - facets.ordinal; }
};

/// Every passage that answers `built`, in the order of passages; those of a report are neighbours.
/// `filter` may be empty. Phrases and nearness are checked in the text.
[[nodiscard]] std::vector<Match> find_matches(const OpenIndex& index, const BuiltQuery& built,
                                              const Xapian::Query& filter, Analyzer& analyzer);

/// Every passage of a query with the weight that the query gives it, nothing more.
[[nodiscard]] std::vector<Match> score_passages(const OpenIndex& index, const Xapian::Query& query);

}  // namespace commsearch
