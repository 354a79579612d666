#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/token.h"
#include "searcher/built_query.h"

namespace commsearch {

/// Positions in the running text of `tokens` where the words of `sequence` begin to stand one
/// behind the other; ascending.
[[nodiscard]] std::vector<std::uint32_t> places_of(const Tokens& tokens, const Sequence& sequence);

/// True when the words of `sequence` stand one behind the other somewhere.
[[nodiscard]] bool holds_sequence(const Tokens& tokens, const Sequence& sequence);

/// True when each sequence of `near` stands somewhere and all of them begin within its distance.
[[nodiscard]] bool holds_nearness(const Tokens& tokens, const Nearness& near);

}  // namespace commsearch
