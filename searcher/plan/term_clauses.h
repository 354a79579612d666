#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/index/vocabulary.h"
#include "searcher/plan/comparisons.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/figure_clauses.h"
#include "searcher/plan/filters.h"
#include "searcher/plan/highlight_terms.h"
#include "searcher/plan/people_clauses.h"
#include "searcher/plan/query_plan.h"
#include "searcher/plan/same_meaning.h"
#include "searcher/query/analyzed_query.h"

namespace commsearch::plan {

/// How much of a query a passage must hold.
enum class Strictness : std::uint8_t {
    all_words,  ///< every content word, accents as typed, in the passage or its headings and title
    any_word,   ///< any of them, accents aside; the ranking sorts the rest out
};

/// What a query is planned with; what they refer to must live longer.
struct PlanSources {
    index::Vocabulary words;
    Filters filters;
};

/// The plan of a part of the query: what a passage must meet and what it scores by.
struct QueryPart {
    std::optional<Condition> match;  ///< nothing: any passage will do
    std::vector<Condition> scores;   ///< met by passages that score; may be empty
    bool has_to_score = false;       ///< one of `scores` has to be met too
    bool is_nothing = false;         ///< holds no word at all, and is left out
    bool is_unknown = false;         ///< the index has none of its words

    /// The condition of a passage that matches this part.
    [[nodiscard]] Condition condition() const;
};

/// Plans the leaves of a query (words, phrases, prefixes, filters) one by one, and collects what
/// they add to the plan as a whole: scoring clauses, highlights, notices. For one thread.
class TermClauses {
public:
    TermClauses(const PlanSources& sources, Strictness strictness, bool exact);
    TermClauses(const TermClauses&) = delete;  // its members refer to each other
    TermClauses& operator=(const TermClauses&) = delete;

    /// The clauses of one term node: words, a phrase, a prefix or a filter.
    [[nodiscard]] QueryPart clause(const query::AnalyzedNode& node);
    /// The clauses of what stands beside NEAR: of several words only the unit next to the operator
    /// (nearest_unit), whose words are `sequence` then, has to stand near; the others anywhere.
    [[nodiscard]] QueryPart beside_near(const query::AnalyzedNode& node, bool is_left,
                                        Sequence& sequence);

    /// Requires in addition that words stand in the text as `near` says.
    static void require_in_text(QueryPart& part, Nearness near);

    void add_notices(const std::vector<Notice>& notices);
    /// The plan without its condition and filter, which depend on how the parts are joined.
    [[nodiscard]] QueryPlan take();

private:
    /// `text`: what the tokens are of, for the signs between them; may be empty.
    QueryPart words(std::string_view text, word::Tokens tokens, bool exact);
    QueryPart plain_words(const word::Tokens& tokens, bool exact);
    void add_figure(const word::Tokens& tokens, const Comparison& comparison, FigureClauses figure,
                    QueryPart& part);
    [[nodiscard]] Condition signed_by(const NamedSigners& signers, bool exact) const;
    QueryPart phrase(const query::AnalyzedNode& node);
    [[nodiscard]] Sequence sequence(const query::AnalyzedNode& node) const;
    QueryPart prefix(const query::QueryNode& node);
    QueryPart filter(const query::AnalyzedNode& node);
    QueryPart preference(const query::QueryNode& node);
    void add_scores(QueryPart& part, std::vector<ScoringClause> scores);
    void note_reading(const word::Tokens& tokens, bool exact);
    void note_same_meanings(const word::Tokens& tokens, const std::vector<SameMeaning>& same);
    void note_wide_prefix(const query::QueryNode& node);
    [[nodiscard]] bool is_known(const Condition& condition) const;
    void note_unknown_value(const query::QueryNode& node);

    const PlanSources& sources_;
    const index::Vocabulary& vocabulary_;
    HighlightBuilder highlights_;
    Strictness strictness_;
    bool exact_;
    QueryPlan plan_;
};

}  // namespace commsearch::plan
