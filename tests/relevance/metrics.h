#pragma once

#include <map>
#include <string>
#include <vector>

namespace commsearch {

/// Judged answers of one query: passage id -> grade (0 = not relevant).
using Judgements = std::map<std::string, int>;

/// Quality of one ranked list. A list may name an id once only.
struct Quality {
    double ndcg10 = 0;    ///< gain 2^grade - 1, discount log2(rank + 1)
    double mrr10 = 0;     ///< 1 / rank of the first relevant id within ten
    double recall10 = 0;  ///< share of the relevant ids within ten
    double recall100 = 0;
};

/// Throws nothing; a query without relevant ids gives zeros.
[[nodiscard]] Quality quality_of(const std::vector<std::string>& ranked,
                                 const Judgements& judgements);

}  // namespace commsearch
