#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "analyzers/citation/citations.h"

namespace commsearch::citation {

/// What stands between a word and the next one.
struct Joint {
    enum class Sign : std::uint8_t {
        none,
        slash,
        dash,  ///< of any length
        dot,
        comma,
        other,  ///< several, or the end of a sentence
    };
    Sign sign = Sign::none;
    bool has_blanks = false;

    [[nodiscard]] bool is_blank() const { return sign == Sign::none && has_blanks; }
    [[nodiscard]] bool is_glued() const { return sign == Sign::none && !has_blanks; }
    [[nodiscard]] bool is_bar() const { return sign == Sign::slash || sign == Sign::dash; }
    [[nodiscard]] bool is_tight_bar() const { return is_bar() && !has_blanks; }
};

/// A word or number of a text, as the search for citations sees it.
struct CitationWord {
    std::string_view written;
    std::string_view term;  ///< canonical, as Token::term
    std::string_view unaccented;
    std::string_view behind;  ///< what stands between it and the next one, or the end of the text
};

/// The words of a text, and questions about them that also have an answer beyond both ends. For
/// many threads at once.
class CitationReader {
public:
    /// Both must live longer.
    CitationReader(std::string_view nfc_text, std::span<const word::TextWord> words, bool is_query)
        : text_(nfc_text), words_(words), is_query_(is_query) {}

    [[nodiscard]] bool is_query() const { return is_query_; }
    /// Number of words.
    [[nodiscard]] std::size_t size() const { return words_.size(); }
    /// `at` must be below size().
    [[nodiscard]] CitationWord operator[](std::size_t at) const {
        const word::Lexeme& word = *words_[at].form->word;
        return {written(at), word.term, word.unaccented, behind(at)};
    }
    /// True where a citation may have its number or month: "16", "T11".
    [[nodiscard]] bool may_count(std::size_t at) const {
        return words_[at].is_number || text_[words_[at].begin] == 'T' ||
               (is_query_ && words_[at].form->word->term.front() == 't');
    }

    /// Between the words at-1 and at.
    [[nodiscard]] Joint joint(std::size_t at) const;
    [[nodiscard]] bool is_word(std::size_t at) const {
        return at < words_.size() && !words_[at].is_number;
    }
    /// True when the word at `at` is `term`, in a query also without its marks.
    [[nodiscard]] bool is(std::size_t at, std::string_view term) const {
        return is_word(at) && means(words_[at].form->word->term, term);
    }
    [[nodiscard]] bool means(std::string_view typed, std::string_view term) const;
    /// The number at `at` when it is a run of at most `max_digits` digits, else 0.
    [[nodiscard]] int number(std::size_t at, std::size_t max_digits) const;
    /// The year at `at`, 0 for none.
    [[nodiscard]] int year(std::size_t at) const;
    /// True for a word with two capitals ("TTg") or of a single one.
    [[nodiscard]] bool is_in_capitals(std::size_t at) const {
        return is_word(at) && words_[at].form->is_in_capitals;
    }
    /// True for a word that may be the symbol of a paper or body; a document writes capitals.
    [[nodiscard]] bool may_be_symbol(std::size_t at) const {
        return is_query_ ? is_word(at) : is_in_capitals(at);
    }

private:
    [[nodiscard]] std::string_view written(std::size_t at) const {
        return text_.substr(words_[at].begin, words_[at].end - words_[at].begin);
    }
    [[nodiscard]] std::string_view behind(std::size_t at) const {
        const std::size_t end = words_[at].end;
        const std::size_t next = at + 1 < words_.size() ? words_[at + 1].begin : text_.size();
        return text_.substr(end, next - end);
    }

    std::string_view text_;
    std::span<const word::TextWord> words_;
    bool is_query_;
};

[[nodiscard]] bool all_digits(std::string_view text);  ///< false when empty

/// The value of a run of at most `max_digits` digits; 0 for anything else.
[[nodiscard]] int value_of(std::string_view digits, std::size_t max_digits);

}  // namespace commsearch::citation
