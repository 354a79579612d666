#pragma once

#include <cstddef>
#include <vector>

#include "indexer/source/formats/page_boxes.h"
#include "indexer/source/formats/table.h"

namespace commsearch::source {

/// A table that was drawn on a page.
struct PageTable {
    std::size_t before_line = 0;  ///< of the page: where it is read
    TextBlock block;              ///< one TableSpan, over all lines but a title
};

/// Takes the tables out of a page whose pieces of lines are joined: three rows or more that hold
/// quantities below each other and leave the same gaps between columns. A row of text that stands
/// close to such a row is part of its cells; rows above the first are heads. What is in doubt (two
/// columns of a letterhead, running text with wide blanks) is no table.
[[nodiscard]] std::vector<PageTable> take_tables(BoxedPage& page);

}  // namespace commsearch::source
