#pragma once

#include <vector>

#include "indexer/schema/columns.h"
#include "searcher/match/match.h"
#include "searcher/model/request.h"

namespace commsearch::answer {

/// The matches of one report: [first, last) of the matches, and the best weight among them.
struct Group {
    std::size_t first = 0;
    std::size_t last = 0;
    double best = 0;
    std::size_t best_match = 0;  ///< index of the match with that weight
    std::size_t similar = 0;     ///< groups that were folded into this one
};

/// One group a report, in the order of `matches`.
[[nodiscard]] std::vector<Group> group_by_report(const std::vector<match::Match>& matches);

/// Sorts best first, or by date with undated reports last; equal ones stay as they were.
void sort_groups(std::vector<Group>& groups, const std::vector<match::Match>& matches,
                 const schema::Columns& columns, SearchRequest::Sort order);

/// Puts the first group of each commune before the others, for who compares communes. The order among
/// them stays; papers of no commune are each of their own.
/// Returns how many communes there are.
std::size_t spread_communes(std::vector<Group>& groups, const std::vector<match::Match>& matches,
                            const schema::Columns& columns);

/// Folds groups whose best passages say nearly the same in the same commune, as offices repeat a
/// paragraph month after month: only the first stays and counts the others. `groups` are best
/// first; looks at the first hundred, since nobody turns more pages.
void fold_similar(std::vector<Group>& groups, const std::vector<match::Match>& matches,
                  const schema::Columns& columns);

}  // namespace commsearch::answer
