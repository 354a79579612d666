#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/word/token.h"
#include "searcher/plan/condition.h"

namespace commsearch::match {

/// Positions in the running text of `tokens` where the words of `sequence` begin to stand one
/// behind the other; ascending.
[[nodiscard]] std::vector<std::uint32_t> places_of(const word::Tokens& tokens,
                                                   const plan::Sequence& sequence);

/// True when from each list (positions where a sequence begins, ascending) one can be taken so that
/// the last begins at most `distance` behind the first.
[[nodiscard]] bool are_near(const std::vector<std::vector<std::uint32_t>>& places,
                            std::uint32_t distance);

}  // namespace commsearch::match
