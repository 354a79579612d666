#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/source/formats/html_page.h"
#include "indexer/source/formats/table.h"

namespace commsearch::source {

/// The tables of a page that is being flattened: which lines stand in which cell, until a table
/// ends and its grid becomes rows.
class HtmlTables {
public:
    struct Cover {
        std::uint32_t columns = 1;
        std::uint32_t rows = 1;
    };

    /// An element begins before line `line`; `cover` is that of a cell.
    void open(std::string_view tag, std::size_t line, Cover cover);
    /// An element ends behind `lines`. True when it was a table that is a grid: its rows have taken
    /// the place of its lines.
    [[nodiscard]] bool close(std::string_view tag, std::vector<HtmlLine>& lines);

private:
    struct Cell {
        std::size_t first_line = 0;
        std::size_t end_line = 0;
        Cover cover;
        bool is_head = false;
    };
    struct Row {
        std::vector<Cell> cells;
        bool is_head = false;
    };
    struct Table {
        std::size_t first_line = 0;
        std::vector<Row> rows;
        int heads = 0;  ///< open theads
        int open_cells = 0;
    };

    static std::vector<TableRow> rows_of(const Table& table, const std::vector<HtmlLine>& lines);
    static std::vector<std::size_t> rows_of_lines(const Table& table, std::size_t count);
    bool close_table(const Table& table, std::vector<HtmlLine>& lines);

    std::vector<Table> tables_;  ///< the open ones
    std::size_t count_ = 0;      ///< grids so far
};

}  // namespace commsearch::source
