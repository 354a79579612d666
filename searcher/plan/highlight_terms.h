#pragma once

#include <string>
#include <utility>
#include <vector>

#include "searcher/index/vocabulary.h"
#include "searcher/plan/bound_words.h"
#include "searcher/plan/misspellings.h"
#include "searcher/plan/query_plan.h"
#include "searcher/plan/same_meaning.h"

namespace commsearch::plan {

/// Collects the words of a query that excerpts mark. For one thread.
class HighlightBuilder {
public:
    /// `words` must live longer.
    explicit HighlightBuilder(const index::Vocabulary& words) : words_(words) {}

    /// Adds content words and compounds. A word of a compound is marked within the compound only,
    /// since alone it means something else; with `any_word` also beside a word that it is bound to.
    /// Bound words are marked together, and so is a small number with a word beside it. `bound` is
    /// of the same tokens.
    void add_words(const word::Tokens& tokens, const BoundWords& bound, bool exact, bool any_word);
    /// Adds the words of a phrase, marked where the phrase stands whole. `tokens` and `sequence`
    /// are of the same text.
    void add_phrase(const word::Tokens& tokens, const Sequence& sequence, bool exact);
    void add_misspellings(const std::vector<Misspelling>& misspellings);
    /// Adds figures by their names, and what stands in a row.
    void add_figures(const std::vector<std::string>& names, const std::vector<Sequence>& phrases);
    /// Adds words that mean the same; what is something else is not marked.
    void add_same_meanings(const std::vector<SameMeaning>& same);
    /// Adds all words that begin with `beginning`, which is unaccented.
    void add_prefix(std::string beginning) { highlights_.prefixes.push_back(std::move(beginning)); }

    [[nodiscard]] HighlightTerms take() { return std::move(highlights_); }

private:
    void add(const word::Token& token, bool exact);
    void add_whole(const word::Tokens& running, bool exact);
    void add_running(const word::Tokens& running, std::size_t at, const BoundWords& bound,
                     bool exact);
    void add_pair(const word::Token& first, const word::Token& second, bool exact);

    const index::Vocabulary& words_;
    HighlightTerms highlights_;
};

}  // namespace commsearch::plan
