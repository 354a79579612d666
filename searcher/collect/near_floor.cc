#include "searcher/collect/near_floor.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>

#include "searcher/model/ranking.h"
#include "searcher/plan/near_evidence.h"
#include "searcher/rank/score.h"
#include "searcher/rank/scorer.h"

namespace commsearch::collect {
namespace {

/// The weight of the last of the nearest_of_talk best, 0 where there are fewer.
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
    // The best are those that a person will see: with what their documents say.
    std::vector<match::Match> blended = matches;
    double least = std::numeric_limits<double>::infinity();
    if (evidence.content_words() > near_short_question) {
        rank::blend_with_documents(index, blended);
        least = least_of_best(blended);
    }
    rank::Scorer scorer(index, evidence.clauses());
    auto behind = matches.begin();
    for (std::size_t i = 0; i < matches.size(); ++i) {
        bool stays = matches[i].is_full || blended[i].weight >= least;
        if (!stays) {
            (void)scorer.score(matches[i].passage);
            stays = evidence.is_enough(scorer.shares());
        }
        if (stays) *behind++ = matches[i];
    }
    matches.erase(behind, matches.end());
}

}  // namespace commsearch::collect
