#pragma once

#include <vector>

#include "analyzers/analyzer.h"
#include "searcher/facets/selection.h"
#include "searcher/index/index_reader.h"
#include "searcher/match/match.h"
#include "searcher/model/interpretation.h"
#include "searcher/model/notice.h"
#include "searcher/model/request.h"
#include "searcher/plan/query_plan.h"
#include "searcher/query/analyzed_query.h"

namespace commsearch::collect {

/// A query as read, and the passages that answer it.
struct Retrieval {
    query::AnalyzedQuery query;
    Interpretation interpretation;
    plan::QueryPlan plan;
    std::vector<match::Match>
        matches;                  ///< in the order of passages; one that fails a choice only counts
                                  ///< for its facet
    std::vector<Notice> notices;  ///< how it was read, what was done to find enough
    std::string suggestion;       ///< a query that may have been meant, empty: none
};

/// Reads the query of `request`, as typed or as keystrokes with the input method off, and finds its
/// passages: those that hold every word and, where these are few, those that come near. The choices
/// of facets do not influence how the query is read or relaxed, so that the count of a value is
/// what choosing it finds. `threads`: as Scope has it.
[[nodiscard]] Retrieval retrieve(const index::IndexReader& index, const SearchRequest& request,
                                 const facets::Selection& selection, Analyzer& analyzer,
                                 std::size_t threads);

}  // namespace commsearch::collect
