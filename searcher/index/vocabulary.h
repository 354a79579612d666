#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/word/abbreviations.h"
#include "analyzers/word/token.h"
#include "indexer/schema/columns.h"

namespace commsearch {

/// True for a word with a mark of its own: it stands for itself, one without for all its spellings.
[[nodiscard]] inline bool is_accented(const Token& token) { return token.bare != token.term; }

/// What an index knows of the words of a query: in which spellings they occur, how often, beside
/// what. Cheap to copy.
class IndexWords {
public:
    /// All of them must live longer.
    IndexWords(const Xapian::Database& database, const Columns& columns,
               const Abbreviations& abbreviations)
        : database_(database), columns_(columns), abbreviations_(abbreviations) {}

    [[nodiscard]] bool has(const std::string& term) const { return database_.term_exists(term); }
    /// Passages that hold the term or are covered by it.
    [[nodiscard]] double passages(const std::string& term) const;
    /// Documents of the index, the reports too: what BM25 counts from.
    [[nodiscard]] double documents() const { return database_.get_doccount(); }
    /// Passages in which a word right behind another stands, each in one of these spellings; those
    /// that hold several spellings of the pair count several times.
    [[nodiscard]] double passages_with_pair(const std::vector<std::string>& firsts,
                                            const std::vector<std::string>& seconds) const;
    /// The same of words by their numbers in the columns.
    [[nodiscard]] double passages_with_pair(std::span<const std::uint32_t> firsts,
                                            std::span<const std::uint32_t> seconds) const;

    /// The terms that spell `bare_word`, itself included, as far as they occur; at most 64.
    [[nodiscard]] std::vector<std::string> spellings(const std::string& bare_word) const;
    /// Every term that begins with `typed` and stands in passages, in any spelling of these letters
    /// where it has no marks.
    [[nodiscard]] std::vector<std::uint32_t> numbers_beginning_with(const std::string& typed) const;
    /// The numbers of those words of passages, in the columns.
    [[nodiscard]] std::vector<std::uint32_t> numbers_of(
        const std::vector<std::string>& terms) const;
    /// Those of them that differ from the word in the tone alone: for "thôn" also "thốn", not
    /// "thơn"; none for what is no syllable.
    [[nodiscard]] std::vector<std::string> same_letters(const Token& token) const;
    /// Spellings that count as the word itself: the word and, where i and y vary freely, its twin;
    /// any for a bare one.
    [[nodiscard]] std::vector<std::string> same_word(const Token& token, bool exact) const;
    /// Those of `words` that occur in headings or titles, as context terms.
    [[nodiscard]] std::vector<std::string> in_context(const std::vector<std::string>& words) const;
    /// The terms of the compounds that cover the word `token`: a passage that holds one of them as
    /// a short form holds the word.
    [[nodiscard]] std::vector<std::string> compounds_around(const Tokens& tokens,
                                                            const Token& token) const;
    /// The terms of all known compounds with that word in them, `any_marks`: with a word of its
    /// bare letters. A passage may hold the word only as a part of a short form.
    [[nodiscard]] std::vector<std::string> compounds_with(const std::string& word,
                                                          bool any_marks) const;
    /// Terms that begin with `typed`, in any spelling where it has no marks; at most
    /// max_prefix_terms, give or take the spellings of one word.
    [[nodiscard]] std::vector<std::string> beginning_with(const std::string& typed) const;
    /// The terms of papers that have the number `typed`, whatever parts it: "38" finds 38/BC-UBND,
    /// "16/NQ-TU" 16-NQ/TU, "5" 05/KH-UBND.
    [[nodiscard]] std::vector<std::string> paper_numbers(std::string_view typed) const;
    static constexpr std::size_t max_prefix_terms = 200;

    /// Passages that hold one of the terms, at most: their sum.
    [[nodiscard]] double frequency(const std::vector<std::string>& terms) const;
    /// BM25's idf of something that `frequency` passages hold, above 0.
    [[nodiscard]] double idf(double frequency) const;
    /// What a weight is multiplied by beside the idf that BM25 brings.
    [[nodiscard]] double rarity(double frequency) const;

    /// Removes the citations that the index does not know: their words speak for themselves.
    void leave_out_unknown_citations(Tokens& tokens) const;

private:
    const Xapian::Database& database_;
    const Columns& columns_;
    const Abbreviations& abbreviations_;
};

}  // namespace commsearch
