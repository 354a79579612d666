#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace commsearch {

/// Longer queries are cut, with a notice.
inline constexpr std::size_t max_query_bytes = 4096;
/// Words, phrases, filters and prefixes beyond this many are dropped, with a notice. A phrase
/// counts once.
inline constexpr std::size_t max_query_leaves = 128;
/// Parentheses nested deeper are read as blanks, with a notice.
inline constexpr std::size_t max_query_depth = 16;
/// The distance of a NEAR without a number, and the largest one, in words.
inline constexpr std::uint32_t default_near_distance = 10;
inline constexpr std::uint32_t max_near_distance = 50;

/// Reads what a person typed; the language is told in docs/query-language.md. Never fails: what
/// cannot be read is left out or read as words, and told in a notice. `typed` may hold any bytes,
/// in any normal form. Linear.
[[nodiscard]] ParsedQuery parse_query(std::string_view typed);

/// The query in the query language: parse_query(print_query(q)).root is the same tree but for
/// ranges, as long as the limits above hold for the printed text.
[[nodiscard]] std::string print_query(const ParsedQuery& query);

}  // namespace commsearch
