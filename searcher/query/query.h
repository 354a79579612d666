#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/base/message.h"

namespace commsearch {

/// Half-open byte range of the typed query.
struct SourceRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool operator==(const SourceRange&) const = default;
};

/// Fields a query may name: xã: huyện: tỉnh: ngày: năm: mục: số: cơ-quan: loại: kỳ: tiêu-đề:
/// thôn: (English names beside them).
enum class Field : std::uint8_t {
    commune,
    district,
    province,
    date,
    year,
    section,
    number,
    issuer,
    type,
    period,
    title,
    village
};

/// A query as typed, without any knowledge of the index: a plain tree that prints itself.
struct QueryNode {
    enum class Kind : std::uint8_t {
        words,  ///< a run of words as typed ("nông thôn mới"), ranked together; one ' ' between
        phrase,   ///< "…": next to each other, in order; exact (="…") forces the spelling
        near,     ///< a NEAR/n b: children (words, phrase, prefix) within `distance` words
        prefix,   ///< xây*
        filter,   ///< field:value; a range is told by ".." in its text, values are not checked
        all,      ///< every child must match; two or more, none of them `all`
        any,      ///< at least one child must match; two or more, none of them `any`
        none_of,  ///< its one child must not match
    };
    Kind kind = Kind::words;
    std::string text = {};         ///< words, phrase, prefix (without '*'), filter: NFC, blanks
                                   ///< squeezed, as typed otherwise; holds a letter or digit
    Field field = Field::commune;  ///< filter
    bool exact = false;            ///< words, phrase: written with '='
    std::uint32_t distance = 0;    ///< near, 1-50
    SourceRange range = {};        ///< bytes of the NFC query text
    std::vector<QueryNode> children = {};
    bool operator==(const QueryNode&) const = default;
};

/// Something a person should know about how the query was read.
struct Notice {
    std::string code;  ///< stable, for programs: "unknown-field", "unbalanced-quote" …
    Message message;
    SourceRange range;  ///< of the NFC query text; empty when about the whole
    bool operator==(const Notice&) const = default;
};

/// The tree (absent for an empty query, which asks for everything, newest first) and the notices.
struct ParsedQuery {
    /// The query, NFC; ill-formed bytes and control characters are replaced by blanks.
    std::string text;
    std::vector<QueryNode> root;  ///< none or one
    bool has_operators =
        false;  ///< AND, OR, NOT or NEAR was written, which parentheses alone do not mean
    std::vector<Notice> notices;
    bool operator==(const ParsedQuery&) const = default;
};

}  // namespace commsearch
