#pragma once

#include <vector>

#include "indexer/source/formats/page_boxes.h"

namespace commsearch::source {

/// Drops what stands at the top or the bottom of pages and is none of their text: rows that say the
/// same on many pages, but for a number that counts the pages ("22 CÔNG BÁO/Số 15", "- 7 -", "7",
/// an e-office stamp). A number that does not count pages stays, be it alone; so do the rows of a
/// table's head that is said again, and letterheads.
void drop_running_lines(std::vector<BoxedPage>& pages);

}  // namespace commsearch::source
