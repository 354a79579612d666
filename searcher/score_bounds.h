#pragma once

#include <cstdint>
#include <vector>

#include "searcher/built_query.h"
#include "searcher/matches.h"
#include "searcher/open_index.h"
#include "searcher/passage_set.h"
#include "searcher/scorer.h"

namespace commsearch {

/// What each passage can score at most, by which words of the query it or what lies above it has:
/// the bound of MaxScore (Turtle and Flood 1995), summed up word by word.
class ScoreBounds {
public:
    /// All of them must live longer. `built` has beside_scores. Reads the postings of every part.
    ScoreBounds(const OpenIndex& index, const BuiltQuery& built, const Scope& scope,
                const Scorer& scorer);

    /// The passages that may get `share` of the best weight or more.
    [[nodiscard]] PassageSet reaching(double share) const;

private:
    void add_words(const Scorer& scorer);
    [[nodiscard]] double best_weight() const;

    const OpenIndex& index_;
    const BuiltQuery& built_;
    const Scope& scope_;
    PassageSet allowed_;          ///< those that meet the rest of the query
    std::vector<float> bounds_;   ///< by document
};

}  // namespace commsearch
