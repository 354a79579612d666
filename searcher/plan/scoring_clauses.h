#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "searcher/index/vocabulary.h"
#include "searcher/plan/misspellings.h"
#include "searcher/plan/query_plan.h"
#include "searcher/plan/same_meaning.h"

namespace commsearch::plan {

/// Whether the query was typed with its marks (mostly_accented); else they mean nothing.
[[nodiscard]] bool is_mostly_accented(const word::Tokens& tokens);

/// Whether the words name tasks or plans: "nhiệm vụ", "phương hướng" …
[[nodiscard]] bool asks_for_plan(const word::Tokens& tokens);

/// Collects what passages score by for a run of words: words, pairs, compounds, papers and
/// misspellings, with the weights of ranking.h and a text for `explain`. For one thread.
class ScoringClauses {
public:
    /// Both must live longer. `exact`: only the spelling typed scores.
    ScoringClauses(const index::Vocabulary& words, const word::Tokens& tokens, bool exact);

    /// A word weighs no more than all that mean the same do.
    void add_words(const std::vector<SameMeaning>& same);
    /// A pair weighs in proportion to its words: with a fixed weight it would outweigh the words of
    /// a query without marks.
    void add_pairs();
    /// Long forms score by their words and pairs; a short form has no words, so its compound does.
    void add_compounds();
    /// Misspellings in documents, which score below the right spelling.
    void add_misspellings(const std::vector<Misspelling>& misspellings);
    /// Words that mean the same, which score below those typed.
    void add_same_meanings(const std::vector<SameMeaning>& same);

    [[nodiscard]] std::vector<ScoringClause> take() { return std::move(clauses_); }

private:
    void add(const std::vector<std::string>& terms, double weight, const Message& what);
    void add_pair(const std::vector<std::string>& pair, double weight, const Message& what);
    void add_word(const word::Token& token);
    void add_citation(const word::Token& citation);
    void add_same_meaning(const SameMeaning& same);
    void add_figure(const word::Token& figure);
    [[nodiscard]] bool is_of_share(const word::Token& token) const;
    [[nodiscard]] double weight_of(const word::Token& token) const;
    [[nodiscard]] bool is_short_form(const word::Token& compound) const;

    const index::Vocabulary& words_;
    const word::Tokens& tokens_;
    bool exact_;
    bool accented_query_;
    double of_meaning_ = 0;  ///< ScoringClause::of_meaning of what is added
    std::vector<ScoringClause> clauses_;
};

/// The clause of a word by its beginning: any of `terms`, which begin with `typed`.
[[nodiscard]] ScoringClause prefix_clause(const index::Vocabulary& words,
                                          const std::vector<std::string>& terms,
                                          const std::string& typed);

}  // namespace commsearch::plan
