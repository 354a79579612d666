#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/word/token.h"
#include "searcher/index/vocabulary.h"
#include "searcher/plan/condition.h"

namespace commsearch::plan {

/// Words of a query that others of the index mean the same as.
struct SameMeaning {
    std::uint32_t position = 0;  ///< of the first word in the query
    std::uint16_t span = 1;
    std::vector<Sequence> others;     ///< "lợn" for "heo"
    std::vector<Sequence> otherwise;  ///< with one of the words, and something else: "bắp cải"
    double frequency = 0;             ///< passages that hold one of `others`, at most
    Condition condition;              ///< met by passages that hold one of `others`; may be empty
};

/// By the dictionary of synonyms, as far as the index has their words.
[[nodiscard]] std::vector<SameMeaning> same_meanings(const index::Vocabulary& words,
                                                     const word::Tokens& tokens);

/// The one over that position of the query; null for none.
[[nodiscard]] const SameMeaning* same_meaning_at(const std::vector<SameMeaning>& same,
                                                 std::uint32_t position);

/// `condition`, but for the passages that hold what is something else.
[[nodiscard]] Condition but_otherwise(const SameMeaning& same, Condition condition);

/// How a person writes the words: "khoai mì".
[[nodiscard]] std::string text_of(const Sequence& sequence);

}  // namespace commsearch::plan
