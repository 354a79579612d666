#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace commsearch::query {

/// Bytes of NFC; longer queries are cut, with a notice.
inline constexpr std::size_t max_query_bytes = 4096;
/// Words, phrases, filters and prefixes of one query; more are dropped, with a notice. A phrase
/// counts once.
inline constexpr std::size_t max_query_leaves = 128;
/// Parentheses nested deeper are read as blanks, with a notice.
inline constexpr std::size_t max_query_depth = 16;
/// The distance of a NEAR without a number, and the largest one, in words.
inline constexpr std::uint32_t default_near_distance = 10;
inline constexpr std::uint32_t max_near_distance = 50;

/// Reads what a person typed in the query language of docs/query-language.md. Never fails: what
/// cannot be read is left out or read as plain words, with a notice. `typed` may be any bytes in
/// any normal form. Takes time in proportion to the length.
[[nodiscard]] ParsedQuery parse_query(std::string_view typed);

/// Writes the query in the query language. Reading that gives the same tree but for ranges, as long
/// as the limits above hold for the printed text.
[[nodiscard]] std::string print_query(const ParsedQuery& query);

}  // namespace commsearch::query
