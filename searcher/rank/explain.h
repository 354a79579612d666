#pragma once

#include <cstdint>
#include <map>

#include "searcher/index/open_index.h"
#include "searcher/model/answer.h"
#include "searcher/plan/query_plan.h"

namespace commsearch {

/// Notes what each part of the query added to the passages shown, which come by document; the last
/// share is the factor of their sum.
void explain(const OpenIndex& index, const BuiltQuery& built,
             const std::map<std::uint32_t, PassageHit*>& shown);

}  // namespace commsearch
