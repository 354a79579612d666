#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyzers/base/message.h"
#include "searcher/plan/condition.h"
#include "searcher/query/query.h"

namespace commsearch::plan {

/// What an excerpt marks: the words of a text that the query asks for.
struct HighlightTerms {
    std::unordered_set<std::string> terms;       ///< canonical words and numbers
    std::unordered_set<std::string> unaccented;  ///< words in any spelling with these letters
    std::unordered_set<std::string> compounds;   ///< long forms and citations
    std::vector<std::string> prefixes;           ///< beginnings of words, unaccented
    std::vector<Sequence> phrases;               ///< words that are hits where they stand together
    std::vector<Sequence> otherwise;  ///< words that are no hits where they stand together
    bool wants_figure = false;        ///< a number is asked for: excerpts show one
    /// AnalyzedQuery::short_forms.
    std::unordered_map<std::string, std::string> short_forms;
};

/// What a passage scores by, told to a person: a summand of its score (rank/score.h).
struct ScoringClause {
    enum class Kind : std::uint8_t {
        terms,     ///< any of `terms`, taken as one: words, compounds, words of headings or title
        pair,      ///< `terms` are two unaccented words, one right behind the other in any spelling
        constant,  ///< a passage that holds the only term, however often
    };
    Kind kind = Kind::terms;
    std::vector<std::string> terms;
    double weight = 0;     ///< of ranking.h
    double frequency = 0;  ///< passages that hold it, at most: Vocabulary::frequency
    /// Passages that hold a word of that meaning, 0 where no other means the same: where they are
    /// more, it tells as little as those.
    double of_meaning = 0;
    Message what;  ///< "từ «nong»: nông, nóng, nòng"
};

/// A word that a passage may hold or lack; those that hold enough of them come near the query.
struct OptionalClause {
    Condition presence;  ///< met by the passages that hold the word or inherit it
    double idf = 0;      ///< its share in the idf sum: the root of the word's idf, times
                         ///< weight_function_word for a function word
};

/// The period that a question asks for, in months YYYYMM; their reports come first.
struct AskedPeriod {
    std::uint32_t first = 0;  ///< 0: none is asked for
    std::uint32_t last = 0;
    bool is_of_any_year = false;  ///< the years of `first` and `last` mean nothing
    bool is_planned = false;      ///< what is planned for it is asked for
};

/// How an index answers a query. Immutable once planned: any thread may read it.
struct QueryPlan {
    Condition condition;  ///< what a passage has to meet
    /// Where `condition` says no more than "meets this and some scoring clause": this; then some
    /// optional clauses may take the place of the scoring ones.
    std::optional<Condition> filter;
    std::vector<ScoringClause> scoring_clauses;
    std::vector<OptionalClause> optional_clauses;  ///< with Strictness::any_word
    HighlightTerms highlights;
    std::vector<Notice> notices;
    std::size_t required_clauses = 0;  ///< content words and compounds that all_words requires
    bool is_accented = false;          ///< most words have their marks
    /// Quotation marks, operators or the name of a signer: other words are let in only where nothing is found.
    bool is_deliberate = false;
    AskedPeriod asked_period;
    std::vector<std::uint32_t> preferred_communes;  ///< PlaceId::number(); their papers come first
    bool compares = false;                          ///< a figure is compared with: "trên 98%"
    bool asks_for_plan = false;  ///< it names tasks or plans: "nhiệm vụ", "phương hướng" …
    bool has_words = false;      ///< false: filters only, or nothing
};

}  // namespace commsearch::plan
