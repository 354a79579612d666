#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/word/token.h"
#include "searcher/index/vocabulary.h"
#include "searcher/plan/condition.h"

namespace commsearch {

/// How documents misspell a word of a query: "Bổ xung" for "bổ sung".
struct Misspelling {
    std::uint32_t position = 0;      ///< of the word in the query
    Sequence written;                ///< the word as misspelt, with those it has to stand beside
    Condition condition;             ///< met by the passages with those words so
    std::vector<std::string> pair;   ///< bare words: the first of its pairs
    bool has_other_letters = false;  ///< so that the word itself does not score for it
    double cost = 0;                 ///< as Edit::cost
};

/// Misspellings of the words in `tokens` (read as a query) that the index has beside a neighbour of
/// the word, those of a compound beside all its other words, and more seldom than the word. The
/// likeliest ten; none for queries above six words, whose matches do not hang on one of them.
[[nodiscard]] std::vector<Misspelling> misspellings(const IndexWords& words, const Tokens& tokens);

}  // namespace commsearch
