#pragma once

#include <vector>

#include "searcher/matches.h"
#include "searcher/query.h"
#include "searcher/result.h"

namespace commsearch {

/// A query as read, and the passages that answer it.
struct Retrieval {
    ParsedQuery parsed;
    BuiltQuery built;
    std::vector<Match> matches;   ///< in the order of passages
    std::vector<Notice> notices;  ///< how it was read, what was done to find enough
    std::string suggestion;       ///< a query that may have been meant, empty: none
};

/// Reads the query of `request` and finds its passages within `filter` (may be empty): as typed or
/// as raw keystrokes, every word first, some of them where too few hold all.
[[nodiscard]] Retrieval retrieve(const OpenIndex& index, const SearchRequest& request,
                                 const Xapian::Query& filter, Analyzer& analyzer);

}  // namespace commsearch
