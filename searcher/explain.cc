#include "searcher/explain.h"

#include <algorithm>

namespace commsearch {
namespace {

/// Sorts the shares and adds what the passage's kind made of their sum.
void add_factor(PassageHit& passage) {
    using Share = PassageHit::Share;
    std::stable_sort(passage.shares.begin(), passage.shares.end(),
                     [](const Share& a, const Share& b) { return a.score > b.score; });
    double sum = 0;
    for (const Share& share : passage.shares) sum += share.score;
    if (sum <= 0) return;
    passage.shares.push_back(
        {{"hệ số: kể kết quả hay kế hoạch, có đủ các từ hay không, cả văn bản nói gì",
          "factor: results or plans, every word or not, what the document says"},
         passage.score / sum});
}

}  // namespace

void explain(const OpenIndex& index, const BuiltQuery& built,
             const std::map<Xapian::docid, PassageHit*>& shown) {
    for (const ScorePart& part : built.parts) {
        for (const Match& match : score_passages(index, part.query)) {
            const auto found = shown.find(match.passage);
            if (found != shown.end()) found->second->shares.push_back({part.what, match.weight});
        }
    }
    for (const auto& [id, passage] : shown) add_factor(*passage);
}

}  // namespace commsearch
