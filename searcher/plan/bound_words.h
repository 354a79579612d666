#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/word/token.h"
#include "searcher/index/vocabulary.h"

namespace commsearch::plan {

/// What the index says of the neighbours in a run of words: which of them make up one word ("đê
/// bao", "kết nạp", "Chi Khê"), and which words of grammar mean something here. A value.
class BoundWords {
public:
    /// Nothing is bound.
    BoundWords() = default;
    /// `exact`: a word without marks stands for itself alone. Looks up each pair of neighbours once.
    BoundWords(const index::Vocabulary& words, const word::Tokens& tokens, bool exact);

    /// Whether the words at `position` and right behind it are one word: their association
    /// (normalised pointwise mutual information) is at least bound_association, and neither of
    /// them has a neighbour that it belongs to much more.
    [[nodiscard]] bool binds(std::uint32_t position) const;

    /// Whether the token says what a text is about. A function word does where its neighbour makes
    /// a word of its own of it ("bao" in "đê bao"), one without marks where its neighbour shows that
    /// another word is meant ("no thue": nợ thuế).
    [[nodiscard]] bool is_content(const word::Token& token) const;

    /// Two neighbours.
    struct Neighbours {
        std::uint32_t position = 0;  ///< of the first
        std::string first, second;   ///< in the spelling most likely meant
        double association = -1;     ///< of that spelling; below 0 where the two never meet
    };
    /// The words at `position` and right behind it where one of them is a function word that means
    /// something beside the other only; else nothing. Stays as long as this.
    [[nodiscard]] const Neighbours* one_word_at(std::uint32_t position) const;

private:
    void bind();
    [[nodiscard]] const Neighbours* at(std::uint32_t position) const;
    [[nodiscard]] bool speaks(const Neighbours& pair, const std::string& itself,
                              const std::string& other) const;

    std::vector<Neighbours> pairs_;  ///< ascending
    std::vector<std::uint32_t> bound_;
};

}  // namespace commsearch::plan
