#pragma once

#include <map>

#include "searcher/matches.h"
#include "searcher/result.h"

namespace commsearch {

/// Scores each part of the query alone and notes what it added to the passages shown, which come by
/// document id; the last share is the factor of their sum.
void explain(const OpenIndex& index, const BuiltQuery& built,
             const std::map<Xapian::docid, PassageHit*>& shown);

}  // namespace commsearch
