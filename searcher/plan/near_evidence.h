#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "searcher/index/vocabulary.h"
#include "searcher/plan/query_plan.h"
#include "searcher/query/analyzed_query.h"

namespace commsearch::plan {

/// What passages may hold of the words of a question, weighed: whether one that lacks a word of it
/// comes near enough to be an answer. A word beside its neighbour of the question counts whole,
/// elsewhere it is often another one ("thần" of "sóng thần" in "tinh thần") and counts less, in
/// other marks less again. For one thread.
class NearEvidence {
public:
    /// `words` must live longer.
    NearEvidence(const index::Vocabulary& words, const query::AnalyzedQuery& query);

    /// What has to be looked for in a passage (rank::Scorer).
    [[nodiscard]] const std::vector<ScoringClause>& clauses() const { return clauses_; }
    /// Whether a passage comes near: it holds near_mass of the question's mass, or a bound pair as
    /// typed that is near_bound_pair of it. `shares`: by clause, above 0 where the passage holds it.
    [[nodiscard]] bool is_enough(std::span<const double> shares) const;

private:
    struct Word {
        std::uint32_t position = 0;
        double mass = 0;           ///< as OptionalClause::idf
        bool is_known = false;     ///< the index has it as typed
        std::size_t as_typed = 0;  ///< number of its clause
        std::size_t any_marks = 0;
        std::size_t above = 0;          ///< as typed in headings or title
        std::vector<std::size_t> same;  ///< of what means the same
        bool stands_alone = false;      ///< means the same beside any neighbour: no syllable
    };
    /// A word and the one behind it.
    struct Pair {
        std::size_t clause = 0;
        std::size_t first = 0;  ///< place in words_
        bool is_bound = false;  ///< the two are one word (BoundWords)
    };

    void add(const query::AnalyzedNode& node);
    void add_word(const word::Tokens& tokens, const word::Token& token, bool is_content,
                  const std::vector<std::string>& stand_ins);
    void add_same_meanings(const word::Tokens& tokens, std::size_t first_word);
    void add_pair(const word::Token& first, const word::Token& second, bool is_bound);
    std::size_t add_clause(ScoringClause clause);

    const index::Vocabulary& vocabulary_;
    std::vector<ScoringClause> clauses_;
    std::vector<Word> words_;
    std::vector<Pair> pairs_;
    double mass_ = 0;
    double content_words_ = 0;
};

}  // namespace commsearch::plan
