#pragma once

#include <string>
#include <utility>
#include <vector>

#include "searcher/index/vocabulary.h"
#include "searcher/plan/misspellings.h"
#include "searcher/plan/query_plan.h"

namespace commsearch {

/// Collects what of a text answers the query, to be marked in excerpts.
class QueryHits {
public:
    /// `words` must live longer.
    explicit QueryHits(const IndexWords& words) : words_(words) {}

    /// Content words and compounds. Words of a compound are hits as the compound, alone they mean
    /// something else; `any_word`: they are hits alone as well.
    void add_words(const Tokens& tokens, bool exact, bool any_word);
    /// The words of a phrase where they stand together. `tokens` and `sequence` are the same text.
    void add_phrase(const Tokens& tokens, const Sequence& sequence, bool exact);
    void add_misspellings(const std::vector<Misspelling>& misspellings);
    /// Words that begin with `beginning` (bare).
    void add_prefix(std::string beginning) { hits_.prefixes.push_back(std::move(beginning)); }

    [[nodiscard]] HitTerms take() { return std::move(hits_); }

private:
    void add(const Token& token, bool exact);

    const IndexWords& words_;
    HitTerms hits_;
};

}  // namespace commsearch
