#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/word/token.h"
#include "searcher/index/vocabulary.h"
#include "searcher/plan/condition.h"

namespace commsearch::plan {

/// How documents misspell a word of a query: "Bổ xung" for "bổ sung".
struct Misspelling {
    std::uint32_t position = 0;      ///< of the word in the query
    Sequence written;                ///< the word as misspelt, with those it has to stand beside
    Condition condition;             ///< met by passages that hold `written`
    std::vector<std::string> pair;   ///< unaccented words: the first of its pairs
    bool has_other_letters = false;  ///< else the word itself already scores for it
    double cost = 0;                 ///< as Edit::cost
};

/// The likeliest max_misspellings of the words in `tokens`, those of a query. A misspelling counts
/// when the index has it beside a neighbour of the word (of a compound: beside all its other words)
/// and more seldom than the word itself. None for queries of more than misspelling_max_words.
[[nodiscard]] std::vector<Misspelling> misspellings(const index::Vocabulary& words,
                                                    const word::Tokens& tokens);

}  // namespace commsearch::plan
