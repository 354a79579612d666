#pragma once

#include <vector>

#include "indexer/schema.h"
#include "searcher/matches.h"
#include "searcher/result.h"

namespace commsearch {

/// The facets "commune", "year", "month" and "section" over all matches, counting reports. A
/// section counts for the topics above it too. `matches` in the order of passages: those of a
/// report are neighbours, so that a report counts once by one comparison.
[[nodiscard]] std::vector<Facet> count_facets(const std::vector<Match>& matches,
                                              const std::vector<PlaceEntry>& places,
                                              const std::vector<TopicEntry>& topics);

}  // namespace commsearch
