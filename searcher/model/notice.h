#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "analyzers/base/message.h"

namespace commsearch {

/// A half-open range of bytes in the NFC text of the query.
struct SourceRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool operator==(const SourceRange&) const = default;
};

/// Something that the person who asked should know about how the query was understood.
struct Notice {
    std::string code;  ///< for programs, never changes: "unknown-field", "unbalanced-quote" …
    Message message;
    SourceRange range;  ///< the part of the query it is about; empty: the whole query
    bool operator==(const Notice&) const = default;
};

/// Every notice there is. Several may share a code: the same thing told in other words.
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
    phrase_distance,
    near_distance,
    near_operand,
    keystrokes,
    did_you_mean,
    corrected,
    relaxed,
    relaxed_without_marks,
    relaxed_to_nearest,
    relaxed_to_nearest_without_marks,
    relaxed_from_phrase,
    nothing_by_operators,
    unknown_filter_value,
    prefix_too_wide,
    place_filter,
    place_preferred,
    place_unknown,
    place_without_reports,
    no_period,
    place_ambiguous,
    place_elsewhere,
    commune_successor,
    commune_with_successor,
    province_successor,
    place_split,
    place_predecessors,
    place_partly,
    same_meaning,
};

/// What has to be known before a notice can be given.
enum class NoticeStage : std::uint8_t {
    reading,  ///< the query alone
    index,    ///< the index that is searched
};

/// A row of the table of notices.
struct NoticeRow {
    NoticeKind kind;
    std::string_view code;
    NoticeStage stage;
    std::string_view vi;  ///< with {0}, {1} … where make_notice puts its arguments
    std::string_view en;
};

/// The only place that knows codes and texts; in the order of the enumerators.
[[nodiscard]] std::span<const NoticeRow> notice_table();

/// "did-you-mean"
[[nodiscard]] std::string_view notice_code(NoticeKind kind);

/// The notice with its texts filled in. An empty range means the whole query.
[[nodiscard]] Notice make_notice(NoticeKind kind,
                                 std::initializer_list<std::string_view> arguments = {},
                                 SourceRange range = {});

}  // namespace commsearch
