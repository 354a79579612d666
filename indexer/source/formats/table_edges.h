#pragma once

#include <vector>

#include "indexer/source/formats/table.h"

namespace commsearch::source {

/// Tells by their edges how many columns the cells of a table cover. Rows without edges, or with
/// others than their cells have, leave the table as it is.
void set_columns_by_edges(std::vector<TableRow>& rows);

}  // namespace commsearch::source
