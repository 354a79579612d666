#include "searcher/collect/near_floor.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>

#include "searcher/model/ranking.h"
#include "searcher/plan/near_evidence.h"
#include "searcher/rank/scorer.h"

namespace commsearch::collect {
namespace {

/// The weight of the last of the nearest_of_talk best.
double least_of_best(const std::vector<match::Match>& matches) {
    if (matches.size() <= nearest_of_talk) return 0;
    std::vector<double> weights;
    weights.reserve(matches.size());
    for (const match::Match& match : matches) weights.push_back(match.weight);
    const auto last = weights.begin() + static_cast<std::ptrdiff_t>(nearest_of_talk) - 1;
    std::nth_element(weights.begin(), last, weights.end(), std::greater<>());
    return *last;
}

}  // namespace

void leave_out_far(const index::IndexReader& index, const query::AnalyzedQuery& query,
                   std::vector<match::Match>& matches) {
    const index::Vocabulary words = index.words();
    const plan::NearEvidence evidence(words, query);
    rank::Scorer scorer(index, evidence.clauses());
    const auto is_far = [&](const match::Match& match) {
        if (match.is_full) return false;
        (void)scorer.score(match.passage);
        return !evidence.is_enough(scorer.shares());
    };
    const double least = evidence.content_words() > near_short_question
                             ? least_of_best(matches)
                             : std::numeric_limits<double>::infinity();
    std::erase_if(matches, [&](const match::Match& match) {
        return match.weight < least && is_far(match);
    });
}

}  // namespace commsearch::collect
