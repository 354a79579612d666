#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/index/vocabulary.h"

namespace commsearch::spelling {

/// A word of a query, in one spelling or in all.
struct SpelledWord {
    std::string term;        ///< canonical; without marks where any_marks
    bool any_marks = false;  ///< stands for every spelling of its letters
    bool operator==(const SpelledWord&) const = default;
};

/// How often words, and pairs of words side by side, occur in an index. Keeps what it has looked
/// up. For one thread.
class BigramStatistics {
public:
    explicit BigramStatistics(const index::Vocabulary& words) : words_(words) {}

    [[nodiscard]] double all_passages() const { return words_.all_passages(); }
    /// How many passages hold the word.
    [[nodiscard]] double passages(const SpelledWord& word) { return known(word).passages; }
    /// How many passages hold `first` right before `second`, in these spellings.
    [[nodiscard]] double pair_count(const SpelledWord& first, const SpelledWord& second);
    /// The same in any spelling.
    [[nodiscard]] double pair_count_in_any_spelling(const SpelledWord& first,
                                                    const SpelledWord& second);

private:
    struct Known {
        double passages = 0;
        std::vector<std::uint32_t> terms;  ///< numbers in the columns
    };

    const Known& known(const SpelledWord& word);

    index::Vocabulary words_;
    std::unordered_map<std::string, Known> known_;
};

}  // namespace commsearch::spelling
