#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/word/token.h"
#include "searcher/index/vocabulary.h"
#include "searcher/query/analyzed_query.h"

namespace commsearch::spelling {

/// Other words in place of some bytes of a text.
struct Change {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text = {};
    /// The index lacks what was typed, or neither that nor the other is a function word.
    bool is_certain = true;
};

/// What a person may have meant.
struct Suggestion {
    std::string text;  ///< the query with other syllables in place of some; all else as it was
    std::vector<Change> changes;  ///< at least one
    double gain = 0;              ///< logarithm of how much likelier it is
};

/// The text nearest to `text` whose words stand together in the index, when it is clearly likelier
/// than the text itself: "bổ xung" -> "bổ sung". `text` is NFC, `tokens` are its words as those of
/// a query. Weighs the edits of spelling_edits against how often the index has each word before the
/// next; words that do stand together are left alone. A word without marks in a query without them
/// stands for every spelling. Looks at the first 30 syllables; a few milliseconds.
[[nodiscard]] std::optional<Suggestion> suggest(const index::Vocabulary& words,
                                                std::string_view text, const word::Tokens& tokens);

/// The same for each run of words and phrase of a query, but those of exact spelling and what is
/// excluded; the query as print_query writes it. Empty when there is nothing better.
[[nodiscard]] std::string suggest_query(const index::Vocabulary& words,
                                        const query::AnalyzedQuery& query);

}  // namespace commsearch::spelling
