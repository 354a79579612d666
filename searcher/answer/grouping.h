#pragma once

#include <vector>

#include "indexer/schema/columns.h"
#include "searcher/match/match.h"
#include "searcher/model/result.h"

namespace commsearch {

/// The matches of one report: [first, last) of the matches, and the best weight among them.
struct Group {
    std::size_t first = 0;
    std::size_t last = 0;
    double best = 0;
    std::size_t best_match = 0;  ///< its index
    std::size_t similar = 0;     ///< groups left out behind it
};

/// One group a report, in the order of `matches`.
[[nodiscard]] std::vector<Group> group_by_report(const std::vector<Match>& matches);

/// Best first, or by date with undated ones last; equal ones stay in the order of reports.
void sort_groups(std::vector<Group>& groups, const std::vector<Match>& matches,
                 const Columns& columns, SearchRequest::Sort order);

/// Offices repeat a paragraph month after month: of the groups (best first) whose best passages say
/// nearly the same in the same commune only the first stays and counts the others. Looks at the
/// first hundred: nobody turns more pages.
void fold_similar(std::vector<Group>& groups, const std::vector<Match>& matches,
                  const Columns& columns);

}  // namespace commsearch
