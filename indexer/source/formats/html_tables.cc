#include "indexer/source/formats/html_tables.h"

#include <algorithm>
#include <utility>

#include "indexer/source/formats/table.h"

namespace commsearch::source {
namespace {

constexpr std::size_t no_row = static_cast<std::size_t>(-1);

/// Lines of a cell, and which of them are tables already.
TextBlock block_of(const std::vector<HtmlLine>& lines, std::size_t first, std::size_t end) {
    TextBlock block;
    for (std::size_t i = first; i < end; ++i) {
        block.lines.push_back(lines[i].text);
        if (lines[i].table == 0) continue;
        const auto number = static_cast<std::uint32_t>(block.lines.size());
        const bool goes_on = i > first && lines[i - 1].table == lines[i].table;
        if (goes_on) {
            block.tables.back().last_line = number;
        } else {
            block.tables.push_back({number, number, 0});
        }
    }
    return block;
}

}  // namespace

void HtmlTables::open(std::string_view tag, std::size_t line, Cover cover) {
    if (tag == "table") {
        tables_.push_back({line, {}, 0, 0});
        return;
    }
    if (tables_.empty()) return;
    Table& table = tables_.back();
    if (tag == "thead") {
        ++table.heads;
    } else if (tag == "tr") {
        table.rows.push_back({{}, table.heads > 0});
    } else if (tag == "td" || tag == "th") {
        if (table.rows.empty()) table.rows.emplace_back();
        table.rows.back().cells.push_back({line, line, cover, tag == "th"});
        ++table.open_cells;
    }
}

bool HtmlTables::close(std::string_view tag, std::vector<HtmlLine>& lines) {
    if (tables_.empty()) return false;
    Table& table = tables_.back();
    if (tag == "thead") --table.heads;
    if ((tag == "td" || tag == "th") && table.open_cells > 0) {
        --table.open_cells;
        table.rows.back().cells.back().end_line = lines.size();
    }
    if (tag != "table") return false;
    constexpr std::size_t deepest = 4;  // each table is read once for each one around it
    const Table closed = std::move(table);
    tables_.pop_back();
    return tables_.size() < deepest && close_table(closed, lines);
}

std::vector<TableRow> HtmlTables::rows_of(const Table& table, const std::vector<HtmlLine>& lines) {
    std::vector<TableRow> rows;
    for (const Row& row : table.rows) {
        TableRow& to = rows.emplace_back(TableRow{{}, row.is_head});
        for (const Cell& cell : row.cells)
            to.cells.push_back({block_of(lines, cell.first_line, cell.end_line), cell.cover.columns,
                                cell.cover.rows, cell.is_head});
    }
    return rows;
}

/// The row of each of the `count` lines from the first of the table on.
std::vector<std::size_t> HtmlTables::rows_of_lines(const Table& table, std::size_t count) {
    std::vector<std::size_t> row_of(count, no_row);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (const Cell& cell : table.rows[row].cells) {
            for (std::size_t i = cell.first_line; i < cell.end_line; ++i)
                row_of[i - table.first_line] = row;
        }
    }
    return row_of;
}

bool HtmlTables::close_table(const Table& table, std::vector<HtmlLine>& lines) {
    const std::vector<TableRow> rows = rows_of(table, lines);
    const std::vector<std::size_t> row_of = rows_of_lines(table, lines.size() - table.first_line);
    const TableShape shape = shape_of(rows);
    if (!shape.is_grid()) return false;
    const std::vector<std::string> texts = grid_lines(rows, shape);
    std::vector<HtmlLine> grid;
    std::vector<std::size_t> place(rows.size(), no_row);
    ++count_;
    for (std::size_t r = shape.first_row; r < shape.end_row; ++r) {
        const std::string& text = texts[r - shape.first_row];
        if (text.empty()) continue;
        place[r] = grid.size();
        grid.push_back({text, 0, 0, count_, grid.size() < shape.header_rows});
    }
    std::vector<HtmlLine> above;  // a caption, what stands in no cell
    std::vector<HtmlLine> below;
    for (std::size_t i = table.first_line; i < lines.size(); ++i) {
        const std::size_t row = row_of[i - table.first_line];
        if (row == no_row || row < shape.first_row) {
            above.push_back(std::move(lines[i]));
        } else if (row >= shape.end_row) {
            below.push_back(std::move(lines[i]));
        } else if (place[row] != no_row) {
            grid[place[row]].linked += lines[i].linked;
        }
    }
    lines.resize(table.first_line);
    for (std::vector<HtmlLine>* const part : {&above, &grid, &below})
        std::move(part->begin(), part->end(), std::back_inserter(lines));
    return true;
}

}  // namespace commsearch::source
