#include "searcher/collect/near_floor.h"

#include "searcher/plan/near_evidence.h"
#include "searcher/rank/scorer.h"

namespace commsearch::collect {

void leave_out_far(const index::IndexReader& index, const query::AnalyzedQuery& query,
                   std::vector<match::Match>& matches) {
    const index::Vocabulary words = index.words();
    const plan::NearEvidence evidence(words, query);
    rank::Scorer scorer(index, evidence.clauses());
    std::erase_if(matches, [&](const match::Match& match) {
        if (match.is_full) return false;
        (void)scorer.score(match.passage);
        return !evidence.is_enough(scorer.shares());
    });
}

}  // namespace commsearch::collect
