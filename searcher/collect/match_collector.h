#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "searcher/facets/selection.h"
#include "searcher/index/open_index.h"
#include "searcher/match/match.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/query_plan.h"

namespace commsearch {

/// Which passages are looked at.
struct Scope {
    Condition filter = {};                 ///< may be empty
    const Selection* selection = nullptr;  ///< none: all are wanted
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    std::size_t threads = 1;  ///< that may score: 1, or 2 where there are many passages
};

/// Every passage that meets `built` and is wanted by the selection, with its weight, in the order
/// of passages; those of a report are neighbours. Throws TimeLimit when the deadline passes.
[[nodiscard]] std::vector<Match> find_matches(const OpenIndex& index, const BuiltQuery& built,
                                              const Scope& scope);

/// The passages that come near to `built`, a query of which any word will do: they hold enough of
/// its words, by what these say; and those of `sure`, in the order of passages, which meet it. The
/// selection is left aside.
[[nodiscard]] std::vector<Match> find_nearest(const OpenIndex& index, const BuiltQuery& built,
                                              const Scope& scope, const std::vector<Match>& sure);

/// How many passages meet `built`, told no further than `enough`. The selection is left aside.
[[nodiscard]] std::size_t count_matches(const OpenIndex& index, const BuiltQuery& built,
                                        const Scope& scope, std::size_t enough);

}  // namespace commsearch
