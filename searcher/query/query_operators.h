#pragma once

#include <optional>
#include <string_view>

#include "searcher/query/query_lexer.h"

namespace commsearch::query {

/// The operator that a run without blanks is: "AND", "HOẶC", "NEAR/3"; nothing for any other. A
/// distance above a thousand is a thousand.
[[nodiscard]] std::optional<QueryToken> read_operator(std::string_view run);

}  // namespace commsearch::query
