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

namespace commsearch {

/// What of a text answers the query: read by excerpts.
struct HitTerms {
    std::unordered_set<std::string> terms;      ///< canonical words and numbers
    std::unordered_set<std::string> bare;       ///< words in any spelling with these letters
    std::unordered_set<std::string> compounds;  ///< long forms and citations
    std::vector<std::string> prefixes;          ///< beginnings of words, bare
    std::vector<Sequence> phrases;              ///< words that are hits where they stand together
    /// Short forms as typed, by the compound they may stand for; see short_forms_asked().
    std::unordered_map<std::string, std::string> short_forms;
};

/// A part of the score, told to a person. The score of a passage is the sum of its parts, before
/// its factors; each is BM25 over the occurrences of its terms, taken as one term.
struct ScorePart {
    enum class Kind : std::uint8_t {
        terms,     ///< any of `terms`: words, compounds or words above the passage
        pair,      ///< `terms` are two bare words, one right behind the other in any spelling
        constant,  ///< a passage that holds the only term gets `weight`, however often it does
    };
    Kind kind = Kind::terms;
    std::vector<std::string> terms;
    double weight = 0;  ///< factor of BM25
    Message what;       ///< "từ «nong»: nông, nóng, nòng"
};

/// A word of a query: where it is found and how much it says.
struct QueryWord {
    Condition presence;  ///< the passages with it, or with it above them
    double mass = 0;     ///< the root of its idf, less for a function word (ranking.h)
};

/// A query ready to run.
struct BuiltQuery {
    Condition condition;  ///< what a passage has to meet
    /// What it has to meet beside scoring by any part, where that is all there is to `condition`.
    std::optional<Condition> beside_scores;
    HitTerms hits;
    std::vector<ScorePart> parts;
    std::vector<QueryWord> words;  ///< by which some of them are told from most
    std::vector<Notice> notices;
    std::size_t demands = 0;   ///< content words and compounds that all_words asks for
    bool is_accented = false;  ///< most words have their marks
    bool is_deliberate =
        false;  ///< quotation marks or operators: other words come in only where nothing fits
    bool asks_for_plan = false;  ///< it names tasks or plans: "nhiệm vụ", "phương hướng" …
    bool has_words = false;      ///< false: filters only, or nothing
};

}  // namespace commsearch
