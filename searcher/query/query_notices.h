#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"

namespace commsearch {

/// What the reading of a query can have to say.
enum class NoticeKind : std::uint8_t {
    query_too_long,
    bad_characters,
    too_many_terms,
    too_deep,
    unbalanced_quote,
    unbalanced_parenthesis,
    dangling_operator,
    only_punctuation,
    unknown_field,
    empty_field,
    empty_phrase,
    short_prefix,
    near_distance,
    near_operand
};

/// Collects notices; of a kind only the first three, so that pasted rubbish does not flood a page.
class NoticeList {
public:
    /// `about` is the piece of the query, or the number, that the message names.
    void add(NoticeKind kind, SourceRange range, std::string_view about = {});
    /// In the order of their places; those about the whole query first.
    [[nodiscard]] std::vector<Notice> in_order() const;

private:
    std::vector<Notice> notices_;
};

}  // namespace commsearch
