#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "searcher/index/vocabulary.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/query_plan.h"

namespace commsearch::plan {

// What a paper is called, who signed it and who gets it, in queries. The index has words, pairs of neighbours and
// whole names of them (schema::prefix_signer), which no passage is read for.

/// The passages of papers of which the title, one signer or one recipient (by `prefix`) has these words
/// in a row, marks as typed; nothing where the index has none.
[[nodiscard]] std::optional<Condition> people_filter(const index::Vocabulary& vocabulary,
                                                     std::string_view prefix,
                                                     const word::Tokens& tokens);

/// The signers that are named among words: by their whole name, or by a word that stands in no
/// passage or heading.
struct NamedSigners {
    std::vector<Condition> papers;      ///< a condition a name: the passages of what they signed
    std::vector<ScoringClause> scores;  ///< a clause a name
    word::Tokens rest;                  ///< the tokens without the names
};
[[nodiscard]] NamedSigners signers_among(const index::Vocabulary& vocabulary,
                                         const word::Tokens& tokens);

}  // namespace commsearch::plan
