#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/index/vocabulary.h"
#include "searcher/plan/comparisons.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/query_plan.h"

namespace commsearch::plan {

/// What passages hold of a figure that is compared with.
struct FigureClauses {
    /// Such a figure, standing within figure_reach words of the word that it is told of (or below a
    /// heading with that word); or the comparison as it is written ("trẻ em dưới 5 tuổi").
    Condition told;
    Condition there;                     ///< such a figure anywhere, or the words as written
    std::optional<ScoringClause> score;  ///< such figures taken as one
    double frequency = 0;                ///< passages that hold one, at most
    std::vector<std::string> names;      ///< the percentages, as figures of the index
    std::vector<Sequence> phrases;  ///< other figures with their units, and the words as written
};

/// For a comparison among `tokens`, those of a query; nothing where it has neither sign nor unit that
/// would tell its figures from all other numbers.
[[nodiscard]] std::optional<FigureClauses> figure_clauses(const index::Vocabulary& words,
                                                          const word::Tokens& tokens,
                                                          const Comparison& comparison);

}  // namespace commsearch::plan
