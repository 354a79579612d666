#pragma once

#include <string_view>
#include <vector>

#include "searcher/query/query_lexer.h"

namespace commsearch::query {

/// Makes the tokens of the query `text` fit for parsing: operators that are meant as words become
/// words, tokens beyond max_query_leaves and parentheses without a partner or deeper than
/// max_query_depth go, each with a notice.
void settle_tokens(std::vector<QueryToken>& tokens, std::string_view text, NoticeList& notices);

}  // namespace commsearch::query
