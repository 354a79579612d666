#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/source/extract/table_span.h"

namespace commsearch::source {

/// Lines of a document, or of a cell, and the tables among them.
struct TextBlock {
    std::vector<std::string> lines;
    std::vector<TableSpan> tables;
    std::vector<std::size_t> pages;  ///< 0-based lines that begin one

    /// Puts `more` behind the lines.
    void append(TextBlock more);
};

/// A cell of a table being read.
struct TableCell {
    TextBlock content;          ///< lines are clean and not empty
    std::uint32_t columns = 1;  ///< that it covers, itself included
    std::uint32_t rows = 1;
    bool is_head = false;  ///< the file says that it is the head of a column
};

struct TableRow {
    std::vector<TableCell> cells;
    bool is_head = false;  ///< the file says that it is a row of heads
    /// Where its cells begin and the last one ends, in twips; empty where the format has none.
    std::vector<std::int32_t> edges{};
};

/// What of a table is a grid of data, by one rule for every format. The rest lays out the page:
/// the head of a paper ("UBND XÃ … | CỘNG HÒA XÃ HỘI …"), who signs it, a title above the columns,
/// columns of running text.
struct TableShape {
    std::size_t first_row = 0;
    std::size_t end_row = 0;      ///< first_row when nothing is a grid
    std::size_t header_rows = 0;  ///< of these rows, of those that hold a word
    [[nodiscard]] bool is_grid() const { return end_row > first_row; }
};

/// Header rows are those that the file names, else the rows above the first that holds data.
[[nodiscard]] TableShape shape_of(const std::vector<TableRow>& rows);

/// The rows of the grid as lines of a TableSpan; "" for a row without a word. Lines of a cell are
/// joined by a blank, columns that are empty throughout are left out.
[[nodiscard]] std::vector<std::string> grid_lines(const std::vector<TableRow>& rows,
                                                  const TableShape& shape);

/// A table as lines: its grid as a TableSpan; the cells of another row one below the other, or with
/// tabs between them when all are short.
[[nodiscard]] TextBlock laid_out(std::vector<TableRow> rows);

}  // namespace commsearch::source
