#pragma once

#include <vector>

#include "searcher/index/open_index.h"
#include "searcher/match/match.h"

namespace commsearch {

/// Lets a passage share in what its document says: its weight becomes (1 - share) * weight + share
/// * the mean weight of all passages of the document, those that do not match counting 0. A paper
/// on the very subject so goes before one that mentions it, and a long report on everything has
/// little to give. Only the best few dozen `matches` give and take; the order of `matches` stays.
void add_document_scores(const OpenIndex& index, std::vector<Match>& matches);

}  // namespace commsearch
