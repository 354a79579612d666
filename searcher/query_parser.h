#pragma once

#include <string>
#include <string_view>

#include "searcher/query.h"

namespace commsearch {

/// Longer queries are cut, with a notice.
inline constexpr std::size_t max_query_bytes = 4096;
/// Words, phrases, filters and prefixes beyond this many are dropped, with a notice.
inline constexpr std::size_t max_query_leaves = 128;
/// Parentheses nested deeper are read as blanks, with a notice.
inline constexpr std::size_t max_query_depth = 16;

/// Reads what a person typed. Never fails: what cannot be read as an operator is read as words and
/// told in a notice. `typed` may hold any bytes.
[[nodiscard]] ParsedQuery parse_query(std::string_view typed);

/// The query in the query language, so that parse_query(print_query(q)).root has the same meaning:
/// the same tree but for ranges.
[[nodiscard]] std::string print_query(const ParsedQuery& query);

}  // namespace commsearch
