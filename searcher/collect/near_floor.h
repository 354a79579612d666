#pragma once

#include <vector>

#include "searcher/index/index_reader.h"
#include "searcher/match/match.h"
#include "searcher/query/analyzed_query.h"

namespace commsearch::collect {

/// Leaves out of `matches` those that are not full and do not come near the question either
/// (plan::NearEvidence): nothing is a better answer than they are. `matches` are in the order of
/// passages.
void leave_out_far(const index::IndexReader& index, const query::AnalyzedQuery& query,
                   std::vector<match::Match>& matches);

}  // namespace commsearch::collect
