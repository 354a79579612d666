#include "searcher/rank/explain.h"

#include <algorithm>

#include "searcher/rank/scorer.h"

namespace commsearch::rank {
namespace {

/// Sorts the shares and adds what the passage's kind made of their sum.
void add_factor(PassageHit& passage) {
    using Share = PassageHit::Share;
    std::stable_sort(passage.shares.begin(), passage.shares.end(),
                     [](const Share& a, const Share& b) { return a.score > b.score; });
    double sum = 0;
    for (const Share& share : passage.shares) sum += share.score;
    if (sum <= 0) return;
    passage.shares.push_back({{"hệ số: kể kết quả hay kế hoạch, đúng nơi và kỳ được hỏi, có đủ các "
                               "từ hay không, cả văn bản nói gì",
                               "factor: results or plans, place and period asked for, every word "
                               "or not, what the document says"},
                              passage.score / sum});
}

}  // namespace

void explain(const index::IndexReader& index, const plan::QueryPlan& plan,
             const std::map<std::uint32_t, PassageHit*>& shown) {
    Scorer scorer(index, plan.scoring_clauses);
    for (const auto& [document, passage] : shown) {
        (void)scorer.score(document);
        const std::vector<double> shares = scorer.shares();
        for (std::size_t part = 0; part < shares.size(); ++part) {
            if (shares[part] > 0)
                passage->shares.push_back({plan.scoring_clauses[part].what, shares[part]});
        }
        add_factor(*passage);
    }
}

}  // namespace commsearch::rank
