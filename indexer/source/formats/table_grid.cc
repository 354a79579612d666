#include "indexer/source/formats/table_grid.h"

#include <algorithm>
#include <string_view>

#include "analyzers/base/unicode.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

constexpr std::size_t most_columns = 200;

std::string text_of(const TableCell& cell) {
    std::string text;
    for (const std::string& line : cell.content.lines) {
        if (!text.empty()) text += ' ';
        text += line;
    }
    std::replace(text.begin(), text.end(), '\t', ' ');
    return clean_line(text);
}

bool holds_word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (is_letter(point.value) || is_digit(point.value)) return true;
        at += point.size;
    }
    return false;
}

/// A cell that reaches into rows below.
struct CellCover {
    std::size_t column = 0, columns = 0, rows_left = 0;
};

/// The columns of the next row that cells above cover; those that end there are taken out.
std::vector<bool> taken_by(std::vector<CellCover>& covers) {
    std::vector<bool> taken(most_columns, false);
    for (CellCover& cover : covers) {
        std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(cover.column), cover.columns, true);
        --cover.rows_left;
    }
    std::erase_if(covers, [](const CellCover& cover) { return cover.rows_left == 0; });
    return taken;
}

}  // namespace

bool is_filled(const TableCell& cell) { return !cell.content.lines.empty(); }

std::size_t filled_cells(const TableRow& row) {
    return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), is_filled));
}

std::vector<GridRow> grid_of(const std::vector<TableRow>& rows, std::size_t first,
                             std::size_t end) {
    std::vector<GridRow> grid(end - first);
    std::vector<CellCover> covers;
    for (std::size_t r = first; r < end; ++r) {
        const std::vector<bool> taken = taken_by(covers);
        std::size_t column = 0;
        for (const TableCell& cell : rows[r].cells) {
            while (column + 1 < most_columns && taken[column]) ++column;
            std::string text = text_of(cell);
            if (!text.empty()) {
                std::string& to = grid[r - first][column];
                to += (to.empty() ? "" : " ") + text;
            }
            const std::size_t columns =
                std::clamp<std::size_t>(cell.columns, 1, most_columns - column);
            if (cell.rows > 1) covers.push_back({column, columns, cell.rows - 1});
            column = std::min(column + columns, most_columns - 1);
        }
    }
    return grid;
}

bool has_word(const GridRow& row) {
    return std::any_of(row.begin(), row.end(),
                       [](const auto& cell) { return holds_word(cell.second); });
}

}  // namespace commsearch::source
