#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/query/query_notices.h"

namespace commsearch::query {

/// One piece of a query: a word, a phrase, a filter, an operator or a parenthesis.
struct QueryToken {
    enum class Kind : std::uint8_t {
        word,    ///< usually one; "abc xyz" from the unknown field abc:xyz
        phrase,  ///< blanks trimmed and squeezed
        prefix,  ///< without its '*'
        filter,  ///< the value, quotation marks removed
        minus,   ///< stands before an operand or an opening parenthesis, always
        open,
        close,
        and_operator,
        or_operator,
        not_operator,
        near_operator
    };
    Kind kind = Kind::word;
    std::string text = {};         ///< never without a letter or digit in an operand
    Field field = Field::commune;  ///< filter
    bool exact = false;            ///< word, phrase: written with '='
    std::uint32_t distance = 0;    ///< near_operator: as typed, any number
    bool vietnamese = false;  ///< VÀ HOẶC KHÔNG GẦN: words in a query that is all in capitals
    SourceRange range = {};

    [[nodiscard]] bool is_operand() const { return kind <= Kind::filter; }
    [[nodiscard]] bool is_operator() const { return kind >= Kind::and_operator; }
};

/// Cuts a query into tokens and notes what it could not read. Leaves out blanks, '&', '|' and
/// pieces without a letter or digit. `text` is NFC without control characters. Takes time in
/// proportion to the length.
[[nodiscard]] std::vector<QueryToken> lex_query(std::string_view text, NoticeList& notices);

}  // namespace commsearch::query
