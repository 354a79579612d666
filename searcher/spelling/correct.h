#pragma once

#include <string>
#include <string_view>

#include "searcher/index/vocabulary.h"
#include "searcher/model/notice.h"
#include "searcher/query/analyzed_query.h"

namespace commsearch::spelling {

// A query of which no passage holds every word, as it was probably meant. What is in quotation
// marks, spelled exactly or excluded stays. The text is that of the query with other words in it;
// empty when there is nothing to mend.

/// With the blanks where the index has them (mended_breaks).
[[nodiscard]] std::string with_mended_breaks(const index::Vocabulary& words,
                                             const query::AnalyzedQuery& query);
/// With other syllables (suggest): only for words that the index lacks or that carry meaning.
[[nodiscard]] std::string with_mended_spelling(const index::Vocabulary& words,
                                               const query::AnalyzedQuery& query);

/// Where two texts differ, in whole words and with one that they share on each side.
struct Difference {
    SourceRange range;  ///< of `typed`
    std::string typed;
    std::string read;
};
[[nodiscard]] Difference difference(std::string_view typed, std::string_view read);

}  // namespace commsearch::spelling
