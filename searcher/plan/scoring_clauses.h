#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "searcher/index/vocabulary.h"
#include "searcher/plan/misspellings.h"
#include "searcher/plan/query_plan.h"

namespace commsearch {

/// Marks carry meaning when most words of the query have them; else they were left out.
[[nodiscard]] bool is_mostly_accented(const Tokens& tokens);

/// Whether the words name tasks or plans: "nhiệm vụ", "phương hướng" …
[[nodiscard]] bool asks_for_plan(const Tokens& tokens);

/// What a run of words scores by: words, pairs, compounds, papers, misspellings. Each part knows
/// how to tell itself; the weights are those of ranking.h.
class QueryScores {
public:
    /// Both must live longer. `exact`: only the spelling typed scores.
    QueryScores(const IndexWords& words, const Tokens& tokens, bool exact);

    void add_words();
    /// A pair weighs in proportion to its words, or those of a query without marks would count for
    /// too little beside it.
    void add_pairs();
    /// Long forms score by their words and pairs; a short form has no words, so its compound does.
    void add_compounds();
    /// The errors of documents, below the right spelling.
    void add_misspellings(const std::vector<Misspelling>& misspellings);

    [[nodiscard]] std::vector<ScorePart> take() { return std::move(parts_); }

private:
    void add(const std::vector<std::string>& terms, double weight, const Message& what);
    void add_pair(const std::vector<std::string>& pair, double weight, const Message& what);
    void add_word(const Token& token);
    void add_citation(const Token& citation);
    [[nodiscard]] double weight_of(const Token& token) const;
    [[nodiscard]] bool is_short_form(const Token& compound) const;

    const IndexWords& words_;
    const Tokens& tokens_;
    bool exact_;
    bool accented_query_;
    std::vector<ScorePart> parts_;
};

/// The score of a word by its beginning: any of `terms`, which begin with `typed`.
[[nodiscard]] ScorePart prefix_score(const IndexWords& words, const std::vector<std::string>& terms,
                                     const std::string& typed);

}  // namespace commsearch
