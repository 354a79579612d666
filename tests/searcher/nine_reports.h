#pragma once

#include <string>

#include "tests/support/small_index.h"

namespace commsearch {

/// An index of nine authored reports of one passage each, most with a date, three with a commune.
[[nodiscard]] const SmallIndex& nine_reports();

/// Its answer to a query.
[[nodiscard]] SearchResult search(const std::string& query);
[[nodiscard]] SearchResult search(const SearchRequest& request);

/// Its reports that hold every word, in no particular order: a query with an operator adds no near
/// ones.
[[nodiscard]] Ids matching(const std::string& query);

}  // namespace commsearch
