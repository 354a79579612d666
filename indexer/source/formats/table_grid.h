#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "indexer/source/formats/table.h"

namespace commsearch::source {

/// The cells of rows that hold text, each in its column.
using GridRow = std::map<std::size_t, std::string>;  ///< by column, 0 the first

[[nodiscard]] bool is_filled(const TableCell& cell);
[[nodiscard]] std::size_t filled_cells(const TableRow& row);

/// The rows [first, end). Cells that one above covers are passed over. No table of a report is
/// wider than 200 columns: what stands further right joins the last.
[[nodiscard]] std::vector<GridRow> grid_of(const std::vector<TableRow>& rows, std::size_t first,
                                           std::size_t end);

/// Whether a cell of the row has a letter or digit.
[[nodiscard]] bool has_word(const GridRow& row);

}  // namespace commsearch::source
