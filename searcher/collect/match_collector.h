#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "searcher/facets/selection.h"
#include "searcher/index/index_reader.h"
#include "searcher/match/match.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/query_plan.h"

namespace commsearch::collect {

/// Which passages a search looks at, and what it may spend.
struct Scope {
    plan::Condition filter = {};                   ///< empty: all passages
    const facets::Selection* selection = nullptr;  ///< null: all are wanted
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    std::size_t threads = 1;  ///< that may score: 1, or 2 where passages are many
};

/// Every passage that meets the plan's condition and is wanted by the selection, with its weight
/// (own score in rank/score.h), in the order of passages. Throws TimeLimit when the deadline
/// passes.
[[nodiscard]] std::vector<match::Match> find_matches(const index::IndexReader& index,
                                                     const plan::QueryPlan& plan,
                                                     const Scope& scope);

/// Passages whose optional clauses make up at least min_should_match of the query's idf sum, at
/// most max_near of them, plus all of `exact_matches`; in the order of passages. `plan` is one for
/// any word. Ignores the selection.
[[nodiscard]] std::vector<match::Match> find_nearest(
    const index::IndexReader& index, const plan::QueryPlan& plan, const Scope& scope,
    const std::vector<match::Match>& exact_matches);

/// How many passages meet the plan's condition; counts up to `limit`. Ignores the selection.
[[nodiscard]] std::size_t count_matches(const index::IndexReader& index,
                                        const plan::QueryPlan& plan, const Scope& scope,
                                        std::size_t limit);

}  // namespace commsearch::collect
