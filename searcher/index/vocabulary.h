#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/word/abbreviations.h"
#include "analyzers/word/token.h"
#include "indexer/schema/columns.h"

namespace Xapian {
class Database;
}  // namespace Xapian

namespace commsearch::index {

/// True for a word with a mark of its own: it stands for itself, one without for all its spellings.
[[nodiscard]] inline bool is_accented(const word::Token& token) {
    return token.unaccented != token.term;
}

/// The words of an index as a query meets them: in which spellings they occur, how often, and how
/// often side by side. Cheap to copy. For the thread of its database.
class Vocabulary {
public:
    /// All of them must live longer.
    Vocabulary(const Xapian::Database& database, const schema::Columns& columns,
               const word::Abbreviations& abbreviations)
        : database_(database), columns_(columns), abbreviations_(abbreviations) {}

    /// Whether the index has the term.
    [[nodiscard]] bool has(const std::string& term) const;
    /// How many passages hold the term or inherit it.
    [[nodiscard]] double passages(const std::string& term) const;
    /// Passages of the index: the total that idf refers to.
    [[nodiscard]] double all_passages() const { return columns_.passages(); }
    /// About how many words all passages hold: what the chance of a pair refers to.
    [[nodiscard]] double running_words() const { return all_passages() * columns_.mean_length(); }
    /// How many passages hold a word right behind another, each in one of these spellings. A
    /// passage that holds several spellings of the pair counts several times.
    [[nodiscard]] double passages_with_pair(const std::vector<std::string>& firsts,
                                            const std::vector<std::string>& seconds) const;
    /// The same of words by their numbers in the columns.
    [[nodiscard]] double passages_with_pair(std::span<const std::uint32_t> firsts,
                                            std::span<const std::uint32_t> seconds) const;

    /// The terms of the index that spell `unaccented` with any marks or none; at most 64.
    [[nodiscard]] std::vector<std::string> spellings(const std::string& unaccented) const;
    /// Numbers in the columns of all words of passages that begin with `typed`; in any spelling of
    /// these letters when it has no marks.
    [[nodiscard]] std::vector<std::uint32_t> numbers_beginning_with(const std::string& typed) const;
    /// Numbers in the columns of those terms that are words of passages.
    [[nodiscard]] std::vector<std::uint32_t> numbers_of(
        const std::vector<std::string>& terms) const;
    /// Its spellings that differ in the tone alone: for "thôn" also "thốn", not "thơn"; none for
    /// what is no syllable.
    [[nodiscard]] std::vector<std::string> same_letters(const word::Token& token) const;
    /// Spellings that count as the word itself: the word and, where i and y vary freely, its twin;
    /// every spelling for a word without marks, unless `exact`.
    [[nodiscard]] std::vector<std::string> same_word(const word::Token& token, bool exact) const;
    /// The context terms of those of `words` that occur in headings or titles.
    [[nodiscard]] std::vector<std::string> in_context(const std::vector<std::string>& words) const;
    /// The terms of the compounds that cover the word `token`: a passage that holds one of them as
    /// a short form holds the word.
    [[nodiscard]] std::vector<std::string> compounds_around(const word::Tokens& tokens,
                                                            const word::Token& token) const;
    /// The terms of all known compounds that contain the word; with `any_marks`, a word of its
    /// letters, `word` being unaccented. A passage may hold a word only within a short form.
    [[nodiscard]] std::vector<std::string> compounds_with(const std::string& word,
                                                          bool any_marks) const;
    /// Terms that begin with `typed`, in any spelling where it has no marks; at most
    /// max_prefix_terms, give or take the spellings of one word.
    [[nodiscard]] std::vector<std::string> beginning_with(const std::string& typed) const;
    /// The percentages of passages as their figures are called: "98,5 %".
    [[nodiscard]] std::vector<std::string> percentages() const;
    /// The numbers that stand right before that word in some passage and that `fits` takes. Looks at
    /// every number of the index: some 10 ns each.
    [[nodiscard]] std::vector<std::string> numbers_before(
        const std::string& word, const std::function<bool(std::string_view number)>& fits) const;
    /// The terms of papers with the number `typed`, whatever separates its parts: "38" finds
    /// 38/BC-UBND, "16/NQ-TU" 16-NQ/TU, "5" 05/KH-UBND.
    [[nodiscard]] std::vector<std::string> paper_numbers(std::string_view typed) const;
    static constexpr std::size_t max_prefix_terms = 200;

    // Frequencies and idf, for planning and scoring. Two of each, since the score was measured with
    // both (docs/decisions/30-two-idfs.md).

    /// Passages that hold one of the terms, at most: their sum.
    [[nodiscard]] double frequency(const std::vector<std::string>& terms) const;
    /// The share of documents that hold none of the terms, were these independent.
    [[nodiscard]] double share_without(const std::vector<std::string>& terms) const;
    /// How much something tells that `frequency` passages hold: Lucene's idf, at least min_idf.
    [[nodiscard]] double idf(double frequency) const;
    /// The same damped, idf^idf_power: what a weight is multiplied by beside bm25_idf.
    [[nodiscard]] double rarity(double frequency) const;
    /// The idf of BM25Weight in Xapian 1.4, of something that this share of documents lacks: above
    /// 0 however frequent it is.
    [[nodiscard]] double bm25_idf(double share_without) const;

    /// Removes the citations that the index does not have; their words stay.
    void leave_out_unknown_citations(word::Tokens& tokens) const;

private:
    const Xapian::Database& database_;
    const schema::Columns& columns_;
    const word::Abbreviations& abbreviations_;
};

}  // namespace commsearch::index
