#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "searcher/query.h"

namespace commsearch {

/// Words that must stand one behind the other ("…"), or near each other.
struct Sequence {
    struct Word {
        std::string text;        ///< canonical term, or bare spelling
        bool is_exact = true;    ///< compare terms; else bare spellings
        std::string twin;        ///< counts as well, empty for none: "kĩ" for "kỹ"
        bool is_prefix = false;  ///< words that begin so count
    };
    std::vector<Word> words;
};

/// What of a text answers the query: read by excerpts and by the check of phrases.
struct HitTerms {
    std::unordered_set<std::string> terms;  ///< canonical words and numbers
    std::unordered_set<std::string> bare;   ///< words in any spelling with these letters
    std::unordered_set<std::string> units;  ///< long forms and citations
    std::vector<std::string> prefixes;      ///< beginnings of words, bare
    std::vector<Sequence> phrases;          ///< words that are hits where they stand together
    /// Short forms as typed, by the unit they may stand for; see short_forms_asked().
    std::unordered_map<std::string, std::string> short_forms;
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
    /// What every match has to hold besides, to be checked in its text: pairs alone let through a
    /// few too many.
    std::vector<Sequence> phrases;
    std::vector<Nearness> nears;
    std::vector<ScorePart> parts;  ///< their scores add up to that of a passage, before its factors
    std::vector<Notice> notices;
    std::size_t demands = 0;   ///< content words and compounds that all_words asks for
    bool is_accented = false;  ///< most words have their marks
    bool is_deliberate =
        false;  ///< quotation marks or operators: other words come in only where nothing fits
    bool asks_for_plan = false;  ///< it names tasks or plans: "nhiệm vụ", "phương hướng" …
    bool has_words = false;      ///< false: filters only, or nothing
};

}  // namespace commsearch
