#include "indexer/source/formats/table.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "indexer/source/formats/table_grid.h"
#include "indexer/source/formats/table_words.h"

namespace commsearch::source {
namespace {

/// The cells one below the other; short ones, as of a head or signature, stay beside each other.
TextBlock layout_lines(TableRow row) {
    constexpr std::size_t longest = 12;  // words
    const bool is_short =
        std::all_of(row.cells.begin(), row.cells.end(), [](const TableCell& cell) {
            return cell.content.lines.size() <= 1 && count_words(cell.content.lines) <= longest;
        });
    TextBlock block;
    for (TableCell& cell : row.cells) {
        if (is_short && is_filled(cell) && !block.lines.empty()) {
            block.lines.back() += '\t' + cell.content.lines.front();
        } else {
            block.append(std::move(cell.content));
        }
    }
    return block;
}

/// The cells of a row, a tab between those of two columns, none behind the last.
std::string grid_line(const GridRow& row, const std::set<std::size_t>& columns) {
    std::string line;
    auto cell = row.begin();
    for (const std::size_t column : columns) {
        if (cell == row.end()) break;
        if (column != *columns.begin()) line += '\t';
        if (cell->first == column) line += (cell++)->second;
    }
    return line;
}

}  // namespace

void TextBlock::append(TextBlock more) {
    const std::size_t above = lines.size();
    std::move(more.lines.begin(), more.lines.end(), std::back_inserter(lines));
    for (TableSpan span : more.tables) {
        span.first_line += static_cast<std::uint32_t>(above);
        span.last_line += static_cast<std::uint32_t>(above);
        tables.push_back(span);
    }
    for (const std::size_t page : more.pages) pages.push_back(above + page);
}

std::vector<std::string> grid_lines(const std::vector<TableRow>& rows, const TableShape& shape) {
    const std::vector<GridRow> grid = grid_of(rows, shape.first_row, shape.end_row);
    std::set<std::size_t> columns;
    for (const auto& row : grid) {
        for (const auto& cell : row) columns.insert(cell.first);
    }
    std::vector<std::string> lines;
    lines.reserve(grid.size());
    for (const auto& row : grid)
        lines.push_back(has_word(row) ? grid_line(row, columns) : std::string());
    return lines;
}

TextBlock laid_out(std::vector<TableRow> rows) {
    const TableShape shape = shape_of(rows);
    const std::vector<std::string> lines = grid_lines(rows, shape);
    TextBlock block;
    TableSpan span;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (r < shape.first_row || r >= shape.end_row) {
            block.append(layout_lines(std::move(rows[r])));
            continue;
        }
        if (std::any_of(rows[r].cells.begin(), rows[r].cells.end(),
                        [](const TableCell& cell) { return !cell.content.pages.empty(); }))
            block.pages.push_back(block.lines.size());
        const std::string& line = lines[r - shape.first_row];
        if (line.empty()) continue;
        block.lines.push_back(line);
        span.last_line = static_cast<std::uint32_t>(block.lines.size());
        if (span.first_line == 0) span.first_line = span.last_line;
    }
    span.header_rows = static_cast<std::uint32_t>(shape.header_rows);
    if (span.first_line > 0)
        block.tables.insert(
            std::upper_bound(
                block.tables.begin(), block.tables.end(), span.first_line,
                [](std::uint32_t line, const TableSpan& one) { return line < one.first_line; }),
            span);
    return block;
}

}  // namespace commsearch::source
