#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/model/notice.h"

namespace commsearch::query {

/// What a filter "name:value" of a query can be about. Names, prefixes and the way values are read
/// stand in the table of query_fields.
enum class Field : std::uint8_t {
    commune,
    district,
    province,
    date,
    year,
    topic,
    number,
    issuer,
    type,
    period,
    title,
    village,
    planned,    ///< a period that is planned for
    level,      ///< of the body that issued it
    signer,     ///< name and office
    recipient,  ///< of "Kính gửi" and "Nơi nhận"
};

/// A query as typed: a tree that knows nothing of the index. print_query writes it as text again.
struct QueryNode {
    enum class Kind : std::uint8_t {
        words,    ///< a run of words, ranked together, with one ' ' between: "nông thôn mới"
        phrase,   ///< "…": next to each other, in order
        near,     ///< a NEAR/n b: its children (words, phrase, prefix) within `distance` words
        prefix,   ///< xây*
        filter,   ///< field:value, the value as typed
        all,      ///< every child must match; two or more, none of them `all`
        any,      ///< at least one child must match; two or more, none of them `any`
        none_of,  ///< its one child must not match
    };
    /// Whether a person wrote the node, or it was read in plain words.
    enum class Role : std::uint8_t {
        typed,
        narrows,  ///< a phrase is never taken as its words; a place includes who took it over
        prefers,  ///< a filter whose passages come first, and that leaves none out
    };
    Kind kind = Kind::words;
    /// Of words, phrase, prefix (without '*') and filter: NFC, one blank between words, otherwise
    /// as typed; holds at least one letter or digit.
    std::string text = {};
    Field field = Field::commune;  ///< of a filter
    bool exact = false;            ///< words, phrase: written with '=', spelled exactly so
    std::uint32_t distance = 0;    ///< of near, 1-50
    Role role = Role::typed;       ///< of phrase and filter
    SourceRange range = {};
    std::vector<QueryNode> children = {};
    bool operator==(const QueryNode&) const = default;
};

/// A query as it was read.
struct ParsedQuery {
    /// The query, NFC, without what shows nothing; ill-formed bytes and control characters are
    /// replaced by blanks. Every range points into it.
    std::string text;
    /// The tree: one node, or none for an empty query, which asks for everything, newest first.
    std::vector<QueryNode> root;
    bool has_operators = false;  ///< AND, OR, NOT or NEAR was written; parentheses do not count
    std::vector<Notice> notices;
    bool operator==(const ParsedQuery&) const = default;
};

}  // namespace commsearch::query
