#pragma once

#include <string_view>
#include <vector>

#include "searcher/query/query_lexer.h"

namespace commsearch {

/// Brings the tokens of the query `text` within the limits and the grammar: operators that are
/// words become words, tokens beyond max_query_leaves go, and parentheses come in pairs at most
/// max_query_depth deep.
void settle_tokens(std::vector<QueryToken>& tokens, std::string_view text, NoticeList& notices);

}  // namespace commsearch
