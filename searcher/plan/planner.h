#pragma once

#include "searcher/index/index_reader.h"
#include "searcher/plan/query_plan.h"
#include "searcher/plan/term_clauses.h"
#include "searcher/query/analyzed_query.h"

namespace commsearch::plan {

/// Plans how one index answers a query: walks the tree and joins what its parts require, what they
/// score by and what is marked. For the thread of its index.
class Planner {
public:
    /// `index` must live longer.
    explicit Planner(const index::IndexReader& index);

    [[nodiscard]] QueryPlan plan(const query::AnalyzedQuery& query, Strictness strictness) const;

private:
    PlanSources sources_;
};

}  // namespace commsearch::plan
