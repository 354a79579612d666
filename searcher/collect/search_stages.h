#pragma once

#include <vector>

#include "analyzers/analyzer.h"
#include "searcher/facets/selection.h"
#include "searcher/index/open_index.h"
#include "searcher/match/match.h"
#include "searcher/model/notice.h"
#include "searcher/model/request.h"
#include "searcher/plan/query_plan.h"
#include "searcher/query/query.h"

namespace commsearch {

/// A query as read, and the passages that answer it.
struct Retrieval {
    ParsedQuery parsed;
    BuiltQuery built;
    std::vector<Match> matches;   ///< in the order of passages; those that fail a choice only count
                                  ///< for its facet
    std::vector<Notice> notices;  ///< how it was read, what was done to find enough
    std::string suggestion;       ///< a query that may have been meant, empty: none
};

/// Reads the query of `request` and finds its passages: as typed or as raw keystrokes, every word
/// first, some of them where too few hold all. Choices have no part in how the query is read or
/// relaxed, so that a value counts what choosing it finds.
[[nodiscard]] Retrieval retrieve(const OpenIndex& index, const SearchRequest& request,
                                 const Selection& selection, Analyzer& analyzer,
                                 std::size_t threads);

}  // namespace commsearch
