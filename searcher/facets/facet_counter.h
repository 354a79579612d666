#pragma once

#include <vector>

#include "searcher/facets/selection.h"
#include "searcher/index/index_reader.h"
#include "searcher/match/match.h"
#include "searcher/model/answer.h"
#include "searcher/model/request.h"

namespace commsearch::facets {

/// Counts reports by the values of each facet asked for. `matches` come in the order of passages. A
/// value counts the reports that choosing it alone in its facet would find: a topic also what lies
/// below it, a commune of today also those it took over.
[[nodiscard]] std::vector<Facet> count_facets(const index::IndexReader& index,
                                              const std::vector<FacetRequest>& asked,
                                              const Selection& selection,
                                              const std::vector<match::Match>& matches);

}  // namespace commsearch::facets
