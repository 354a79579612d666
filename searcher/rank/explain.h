#pragma once

#include <cstdint>
#include <map>

#include "searcher/index/index_reader.h"
#include "searcher/model/answer.h"
#include "searcher/plan/query_plan.h"

namespace commsearch::rank {

/// Fills PassageHit::shares of the passages shown (by document): what each scoring clause added,
/// largest first, then the factor that makes their sum the score (rank/score.h).
void explain(const index::IndexReader& index, const plan::QueryPlan& plan,
             const std::map<std::uint32_t, PassageHit*>& shown);

}  // namespace commsearch::rank
