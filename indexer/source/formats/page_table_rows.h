#pragma once

#include <cstddef>
#include <vector>

#include "indexer/source/formats/page_pieces.h"
#include "indexer/source/formats/table.h"

namespace commsearch::source {

/// From left to right, without overlap.
struct ColumnSpan {
    double left = 0, right = 0;
    [[nodiscard]] bool overlaps(const Box& box) const {
        return box.left < right && left < box.right;
    }
};
using ColumnSpans = std::vector<ColumnSpan>;

[[nodiscard]] std::size_t overlapped(const ColumnSpans& columns, const Box& box);

/// The column in which a piece begins, the last one for what stands behind all.
[[nodiscard]] std::size_t column_of(const ColumnSpans& columns, const Box& box);

/// Rows [first, end) of a page and their columns.
struct FoundTable {
    std::size_t first = 0, end = 0;
    std::size_t body = 0;  ///< the first that is no head: lines of the cells of the first data too
    std::size_t first_data = 0;
    std::size_t data_rows = 0;
    bool numbers_columns = false;  ///< its last head does: "1 | 2 | 3=2/1"
    ColumnSpans columns;
};

/// From one row down to the next, in heights of a line.
[[nodiscard]] double step_between(const PieceRow& above, const PieceRow& below);

/// Lines of one cell are no further apart.
constexpr double cell_step = 0.35;

/// Whether a row without quantities has the number of a row and so begins one.
[[nodiscard]] bool begins_row(const PieceRow& row, const ColumnSpans& columns);

/// The cells of a table, lines of one cell put together.
[[nodiscard]] std::vector<TableRow> table_rows(const std::vector<PieceRow>& rows,
                                               const FoundTable& table);

}  // namespace commsearch::source
