#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "analyzers/word/abbreviations.h"
#include "indexer/source/source.h"

namespace commsearch::review {

/// Short forms that nobody explains are listed from so many occurrences on.
inline constexpr std::size_t min_unexplained = 5;

/// A short form that the dictionary lacks.
struct MissingAbbreviation {
    std::string short_form;     ///< as written first
    std::string long_form;      ///< empty when no report explains it
    bool is_ambiguous = false;  ///< it has other meanings, here or in the dictionary
    std::size_t count = 0;      ///< definitions; occurrences when nobody explains it
    std::string place;          ///< "PATH:LINE" of the first
    std::string example;        ///< the words around the first, in one line
};

/// What the reports of a corpus say of abbreviations. Both lists: the most frequent first.
struct AbbreviationReview {
    std::vector<MissingAbbreviation> defined;      ///< explained by a report
    std::vector<MissingAbbreviation> unexplained;  ///< in capitals, often, explained nowhere
    std::vector<source::Skipped> skipped;          ///< documents that could not be read
};

/// Reads the reports below the folders. Throws Error as list_sources does.
[[nodiscard]] AbbreviationReview review_abbreviations(
    const std::vector<std::filesystem::path>& corpus_folders, const word::Abbreviations& known,
    const source::Extractors& extractors = source::find_extractors());

/// The review as a table of the dictionary's columns, ready to be edited and used as a local one:
/// counts and places are remarks, rows without a long form are commented out.
[[nodiscard]] std::string review_table(const AbbreviationReview& review, Language language);
/// The same as one JSON document: {"version", "defined", "unexplained", "skipped"}.
[[nodiscard]] std::string review_json(const AbbreviationReview& review, Language language);

}  // namespace commsearch::review
