#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/word/token.h"
#include "searcher/model/answer.h"
#include "searcher/plan/query_plan.h"

namespace commsearch::answer {

/// What is shown of a passage of a table: its columns and the rows that hold hits, with at least
/// one row and about `max_bytes` at the most; without any hit the first rows. Longer cells are cut
/// as an excerpt is. All rows, none cut, when `max_bytes` is every_row.
inline constexpr std::size_t every_row = static_cast<std::size_t>(-1);
[[nodiscard]] TableExcerpt table_excerpt(
    std::string_view text, const word::Tokens& tokens, const std::vector<std::string>& columns,
    const std::function<word::Tokens(std::string_view)>& analyse,
    const plan::HighlightTerms& highlights, std::size_t max_bytes);

/// The rows as running text: a line each, " | " between cells that are not empty.
[[nodiscard]] std::vector<Fragment> flat_excerpt(const TableExcerpt& table);
/// The same of the text of a passage of a table.
[[nodiscard]] std::string flat_table(std::string_view text);

}  // namespace commsearch::answer
