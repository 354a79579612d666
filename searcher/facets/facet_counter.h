#pragma once

#include <vector>

#include "searcher/facets/selection.h"
#include "searcher/index/open_index.h"
#include "searcher/match/match.h"
#include "searcher/model/result.h"

namespace commsearch {

/// The facets asked for over all matches, counting reports. `matches` in the order of passages, so
/// that a report counts once by one comparison. A value counts what choosing it alone in its facet
/// would find: a section also what lies below it, a commune of today also those it took over.
[[nodiscard]] std::vector<Facet> count_facets(const OpenIndex& index,
                                              const std::vector<FacetRequest>& asked,
                                              const Selection& selection,
                                              const std::vector<Match>& matches);

}  // namespace commsearch
