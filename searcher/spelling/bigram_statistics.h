#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/index/vocabulary.h"

namespace commsearch {

/// A word of a query beside the words of an index.
struct SpelledWord {
    std::string term;        ///< canonical; without marks where any_marks
    bool any_marks = false;  ///< stands for every spelling of its letters
    bool operator==(const SpelledWord&) const = default;
};

/// How often words, and words side by side, occur in an index. Keeps what it has looked up; for one
/// thread.
class Neighbours {
public:
    explicit Neighbours(const IndexWords& words) : words_(words) {}

    [[nodiscard]] double all_passages() const { return words_.documents(); }
    /// Passages that hold the word.
    [[nodiscard]] double passages(const SpelledWord& word) { return known(word).passages; }
    /// Passages that hold `first` right before `second`, in these spellings.
    [[nodiscard]] double together(const SpelledWord& first, const SpelledWord& second);
    /// The same in any spelling.
    [[nodiscard]] double together_in_any(const SpelledWord& first, const SpelledWord& second);

private:
    struct Known {
        double passages = 0;
        std::vector<std::uint32_t> terms;  ///< numbers in the columns
    };

    const Known& known(const SpelledWord& word);

    IndexWords words_;
    std::unordered_map<std::string, Known> known_;
};

}  // namespace commsearch
