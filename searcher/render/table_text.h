#pragma once

#include <cstddef>
#include <vector>

#include "searcher/render/text_page.h"

namespace commsearch::render {

/// A cell as its words.
using CellWords = std::vector<Word>;

/// Rows with their columns one below the other, from column `indent` of the page on; long cells are
/// broken. On a page too narrow for that each row is a list, "column: cell · column: cell". `heads`
/// may be empty.
void add_table(TextPage& page, const std::vector<CellWords>& heads,
               const std::vector<std::vector<CellWords>>& rows, std::size_t indent);

}  // namespace commsearch::render
