#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyzers/analyzer.h"
#include "searcher/filters.h"
#include "searcher/query.h"

namespace commsearch {

/// How much of a query a passage must hold.
enum class Strictness : std::uint8_t {
    all_words,  ///< every content word, accents as typed, in the passage or its headings and title
    any_word,   ///< any of them, accents aside; the ranking sorts the rest out
};

/// What of a text answers the query: read by excerpts and by the check of phrases.
struct HitTerms {
    std::unordered_set<std::string> terms;  ///< canonical words and numbers
    std::unordered_set<std::string> bare;   ///< words in any spelling with these letters
    std::unordered_set<std::string> units;  ///< long forms and citations
    std::vector<std::string> prefixes;      ///< beginnings of words, bare
    /// Short forms as typed, by the unit they may stand for; see short_forms_asked().
    std::unordered_map<std::string, std::string> short_forms;
};

/// Words that must stand one behind the other ("…"), or near each other.
struct Sequence {
    struct Word {
        std::string text;      ///< canonical term, or bare spelling
        bool is_exact = true;  ///< compare terms; else bare spellings
        std::string twin;      ///< counts as well, empty for none: "kĩ" for "kỹ"
    };
    std::vector<Word> words;
};

/// Sequences that must stand within `distance` words of each other, in any order.
struct Nearness {
    std::vector<Sequence> sequences;
    std::uint32_t distance = 0;
};

/// A part of the score, told to a person.
struct ScorePart {
    Message what;         ///< "từ «nong»: nông, nóng, nòng"
    Xapian::Query query;  ///< scores what the part adds
};

/// A query ready to run.
struct BuiltQuery {
    Xapian::Query query;
    HitTerms hits;
    std::vector<Sequence>
        phrases;  ///< to be checked in the text: pairs alone let through a few too many
    std::vector<Nearness> nears;   ///< to be checked in the text as well
    std::vector<ScorePart> parts;  ///< their scores add up to that of a passage, before its factors
    std::vector<Notice> notices;
    std::size_t demands = 0;   ///< content words and compounds that all_words asks for
    bool is_accented = false;  ///< most words have their marks
    bool is_deliberate =
        false;  ///< quotation marks or operators: other words come in only where nothing fits
    bool asks_for_plan = false;  ///< it names tasks or plans: "nhiệm vụ", "phương hướng" …
    bool has_words = false;      ///< false: filters only, or nothing
};

/// Turns a parsed query into a Xapian query on one index. Every number of the ranking lives in its
/// .cc.
class QueryBuilder {
public:
    /// All of them must live longer.
    QueryBuilder(const Xapian::Database& database, Analyzer& analyzer, const Filters& filters);

    [[nodiscard]] BuiltQuery build(const ParsedQuery& parsed, Strictness strictness,
                                   bool exact) const;

    /// What a weight is multiplied by for a passage that tells what was done (past) or what is
    /// planned, as the query asks for the one or the other.
    [[nodiscard]] static double horizon_factor(const BuiltQuery& built, const FacetRecord& facets);

    /// The weighting scheme that goes with the queries.
    [[nodiscard]] static Xapian::BM25Weight weighting();

private:
    class Build;
    const Xapian::Database& database_;
    Analyzer& analyzer_;
    const Filters& filters_;
};

}  // namespace commsearch
