#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "searcher/index/vocabulary.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/filters.h"
#include "searcher/plan/highlight_terms.h"
#include "searcher/plan/query_plan.h"

namespace commsearch {

/// How much of a query a passage must hold.
enum class Strictness : std::uint8_t {
    all_words,  ///< every content word, accents as typed, in the passage or its headings and title
    any_word,   ///< any of them, accents aside; the ranking sorts the rest out
};

/// What a query is built from; all they refer to must live longer.
struct QuerySources {
    IndexWords words;
    Analyzer& analyzer;
    Filters filters;
};

/// A part of the query: what must match (empty: no demand) and what scores (may be empty).
struct QueryPart {
    std::optional<Condition> match;
    std::vector<Condition> scores;  ///< met by a passage that scores
    bool has_to_score = false;      ///< meeting `match` is not enough
    bool is_nothing = false;        ///< says nothing at all; what it is a part of leaves it out
    bool is_unknown = false;        ///< the index has none of its words

    /// What a passage has to meet.
    [[nodiscard]] Condition condition() const;
};

/// Turns the leaves of a query into parts, and takes down what they tell of the whole: marks,
/// explanations, notices, what the text has to hold.
class QueryLeaves {
public:
    QueryLeaves(const QuerySources& sources, Strictness strictness, bool exact);
    QueryLeaves(const QueryLeaves&) = delete;  // its members refer to each other
    QueryLeaves& operator=(const QueryLeaves&) = delete;

    /// Words, a phrase, a prefix or a filter. Of the children of NEAR words are phrases.
    [[nodiscard]] QueryPart leaf(const QueryNode& node);
    [[nodiscard]] QueryPart phrase(const QueryNode& node);
    /// The running words of a phrase, or of words or a prefix beside NEAR.
    [[nodiscard]] Sequence sequence(const QueryNode& node) const;

    /// Adds to `part` that its words stand so in the text.
    static void demand_in_text(QueryPart& part, Nearness near);

    void add_notices(const std::vector<Notice>& notices);
    /// All but the query itself.
    [[nodiscard]] BuiltQuery take();

private:
    [[nodiscard]] Tokens analyzed(const std::string& text, bool exact) const;
    QueryPart words(const std::string& text, bool exact);
    QueryPart prefix(const QueryNode& node);
    QueryPart filter(const QueryNode& node);
    [[nodiscard]] std::optional<Condition> title_filter(const std::string& text) const;
    void add_scores(QueryPart& part, std::vector<ScorePart> scores);
    void note_reading(const Tokens& tokens, bool exact);
    void note_wide_prefix(const QueryNode& node);
    void note_unknown_value(const QueryNode& node);

    const QuerySources& sources_;
    const IndexWords& index_words_;
    QueryHits hits_;
    Strictness strictness_;
    bool exact_;
    BuiltQuery built_;
};

}  // namespace commsearch
