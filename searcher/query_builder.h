#pragma once

#include <xapian.h>

#include <vector>

#include "analyzers/analyzer.h"
#include "searcher/built_query.h"
#include "searcher/filters.h"
#include "searcher/query.h"
#include "searcher/query_leaves.h"

namespace commsearch {

/// Turns a parsed query into a Xapian query on one index: walks the tree and joins
/// what its leaves demand, score and mark.
class QueryBuilder {
public:
    /// All of them must live longer.
    QueryBuilder(const Xapian::Database& database, Analyzer& analyzer, const Filters& filters,
                 const std::vector<TopicEntry>& topics);

    [[nodiscard]] BuiltQuery build(const ParsedQuery& parsed, Strictness strictness,
                                   bool exact) const;

    /// What a weight is multiplied by for a passage that tells what was done (past) or what is
    /// planned, as the query asks for the one or the other.
    [[nodiscard]] static double horizon_factor(const BuiltQuery& built, const FacetRecord& facets);

    /// The weighting scheme that goes with the queries.
    [[nodiscard]] static Xapian::BM25Weight weighting();

private:
    QuerySources sources_;
};

}  // namespace commsearch
