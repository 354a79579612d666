#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/model/notice.h"

namespace commsearch::interpret {

/// A word or number of a question: a run of letters and digits.
struct QuestionWord {
    std::string text;     ///< lower case, NFC
    std::string letters;  ///< the same, unaccented
    SourceRange range;    ///< bytes of the query
    char before = ' ';  ///< the ASCII sign between it and the word before; ' ' where there is none
    bool is_capital = false;   ///< it begins with a capital letter
    bool ends_clause = false;  ///< a comma, semicolon or full stop stands right behind it

    /// Whether it is `word`, which is lower case with its marks: so written, or without any mark.
    [[nodiscard]] bool is(std::string_view word) const;
    /// Its value when it is a number of at most four digits; else 0.
    [[nodiscard]] int number() const;
};

/// The words of the bytes `range` of the query, which is NFC.
[[nodiscard]] std::vector<QuestionWord> question_words(std::string_view query, SourceRange range);

/// Whether the words from `at` on are those of `phrase`: lower case, with marks, one blank between.
[[nodiscard]] bool stands_at(const std::vector<QuestionWord>& words, std::size_t at,
                             std::string_view phrase);

/// The number of words of such a phrase.
[[nodiscard]] std::size_t words_in(std::string_view phrase);

}  // namespace commsearch::interpret
