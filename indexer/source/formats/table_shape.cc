#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/source/formats/table.h"
#include "indexer/source/formats/table_grid.h"
#include "indexer/source/formats/table_words.h"

namespace commsearch::source {
namespace {

/// Where the head of a paper ends that stands in the first rows.
std::size_t end_of_letterhead(const std::vector<TableRow>& rows) {
    constexpr std::size_t looked_at = 8;
    const std::size_t last = std::min(rows.size(), looked_at);
    const auto any_cell = [&](std::size_t r, bool (*is)(std::string_view)) {
        return std::any_of(rows[r].cells.begin(), rows[r].cells.end(), [&](const TableCell& cell) {
            return std::any_of(cell.content.lines.begin(), cell.content.lines.end(), is);
        });
    };
    std::size_t end = 0;
    for (std::size_t r = 0; r < last; ++r) {
        if (any_cell(r, is_national_words)) end = r + 1;
    }
    const auto dates_paper = [&](std::size_t r) {
        return filled_cells(rows[r]) <= 2 && any_cell(r, is_number_or_date_words);
    };
    if (end > 0) {
        while (end < last && dates_paper(end)) ++end;
    } else if (rows.size() <= 3) {
        for (std::size_t r = 0; r < last; ++r) end = dates_paper(r) ? r + 1 : end;
    }
    return end;
}

/// Where the signatures begin that stand in the last rows; all when there are none.
std::size_t begin_of_signatures(const std::vector<TableRow>& rows, std::size_t first) {
    constexpr std::size_t looked_at = 8;
    const std::size_t from = std::max(first, rows.size() - std::min(rows.size(), looked_at));
    for (std::size_t r = from; r < rows.size(); ++r) {
        std::size_t filled = 0;
        std::size_t signs = 0;
        bool has_recipients = false;
        for (const TableCell& cell : rows[r].cells) {
            if (!is_filled(cell)) continue;
            ++filled;
            has_recipients = has_recipients || is_recipients_words(cell.content.lines.front());
            signs += is_signature_words(cell.content.lines.front()) ? 1 : 0;
        }
        if (filled <= 4 && (has_recipients || (filled > 0 && signs == filled))) return r;
    }
    return rows.size();
}

/// Rows of one cell above the columns are a title, unless they number a group of rows.
std::size_t end_of_title(const std::vector<TableRow>& rows, std::size_t first, std::size_t end) {
    std::size_t at = first;
    while (at < end && filled_cells(rows[at]) <= 1) {
        const auto cell = std::find_if(rows[at].cells.begin(), rows[at].cells.end(), is_filled);
        if (cell != rows[at].cells.end() && is_ordinal_before(cell->content.lines.front())) break;
        ++at;
    }
    return at;
}

bool holds_table(const TableCell& cell) {
    constexpr std::size_t fewest_rows = 3;
    return std::any_of(cell.content.tables.begin(), cell.content.tables.end(),
                       [](const TableSpan& inner) {
                           return inner.last_line - inner.first_line + 1 >= fewest_rows;
                       });
}

/// Whether the rows lay out running text, or hold the table within.
bool lays_out_text(const std::vector<TableRow>& rows, std::size_t first, std::size_t end) {
    constexpr std::size_t longest_cell = 300;  // words
    constexpr std::size_t mean_cell = 60;
    std::size_t filled = 0;
    std::size_t words = 0;
    for (std::size_t r = first; r < end; ++r) {
        for (const TableCell& cell : rows[r].cells) {
            if (!is_filled(cell)) continue;
            const std::size_t own = count_words(cell.content.lines);
            if (own > longest_cell || holds_table(cell)) return true;
            ++filled;
            words += own;
        }
    }
    return words > filled * mean_cell;
}

/// Two rows of two cells, or one of three short ones.
bool is_grid(const std::vector<TableRow>& rows, std::size_t first, std::size_t end) {
    constexpr std::size_t short_cell = 8;  // words
    std::size_t wide_rows = 0;
    bool is_list = false;
    for (std::size_t r = first; r < end; ++r) {
        const std::size_t filled = filled_cells(rows[r]);
        wide_rows += filled >= 2 ? 1 : 0;
        is_list =
            filled >= 3 &&
            std::all_of(rows[r].cells.begin(), rows[r].cells.end(), [](const TableCell& cell) {
                return count_words(cell.content.lines) <= short_cell;
            });
    }
    return wide_rows >= 2 || (wide_rows == 1 && is_list);
}

/// Leading rows that the file says are heads.
std::size_t named_heads(const std::vector<TableRow>& rows) {
    const auto is_head = [](const TableRow& row) {
        return row.is_head || std::all_of(row.cells.begin(), row.cells.end(),
                                          [](const TableCell& cell) { return cell.is_head; });
    };
    return static_cast<std::size_t>(std::find_if_not(rows.begin(), rows.end(), is_head) -
                                    rows.begin());
}

std::vector<std::string_view> views_of(const GridRow& row) {
    std::vector<std::string_view> cells;
    for (const auto& cell : row) cells.emplace_back(cell.second);
    return cells;
}

/// A row that begins with its number, holds numbers, or one cell at the left: the name of a group.
bool holds_data(const GridRow& row) {
    if (row.size() == 1) return row.begin()->first <= 1;
    if (is_ordinal(row.begin()->second)) return true;
    const auto numbers = static_cast<std::size_t>(std::count_if(
        row.begin(), row.end(), [](const auto& cell) { return is_quantity(cell.second); }));
    return numbers > 0 && numbers * 3 >= row.size();
}

bool may_be_head(const std::pair<const std::size_t, std::string>& cell) {
    constexpr std::size_t longest = 15;  // words
    return count_words({cell.second}) <= longest;
}

/// Rows above the first that holds data.
std::size_t rows_above_data(const std::vector<GridRow>& grid) {
    constexpr std::size_t most_rows = 4;
    for (std::size_t r = 0; r < std::min(grid.size(), most_rows + 1); ++r) {
        if (r > 0 && numbers_columns(views_of(grid[r]))) return r + 1;
        if (holds_data(grid[r])) return r;
    }
    const bool heads =
        grid[0].size() >= 3 && std::all_of(grid[0].begin(), grid[0].end(), may_be_head);
    return heads ? 1 : 0;
}

/// Of the rows that hold a word.
std::size_t header_rows(const std::vector<TableRow>& rows, std::size_t first, std::size_t end) {
    std::vector<TableRow> kept;
    std::vector<GridRow> grid;
    std::vector<GridRow> all = grid_of(rows, first, end);
    for (std::size_t r = first; r < end; ++r) {
        if (!has_word(all[r - first])) continue;
        TableRow row{{}, rows[r].is_head};
        for (const TableCell& cell : rows[r].cells) {
            if (is_filled(cell)) row.cells.push_back({{}, 1, 1, cell.is_head});
        }
        kept.push_back(std::move(row));
        grid.push_back(std::move(all[r - first]));
    }
    std::size_t heads = named_heads(kept);
    if (heads == 0 || heads >= kept.size()) heads = grid.empty() ? 0 : rows_above_data(grid);
    if (heads > 0 && heads < grid.size() && numbers_columns(views_of(grid[heads]))) ++heads;
    return heads < grid.size() ? heads : 0;
}

}  // namespace

TableShape shape_of(const std::vector<TableRow>& rows) {
    TableShape shape;
    shape.first_row = end_of_letterhead(rows);
    const std::size_t end = begin_of_signatures(rows, shape.first_row);
    shape.first_row = end_of_title(rows, shape.first_row, end);
    const bool grid =
        is_grid(rows, shape.first_row, end) && !lays_out_text(rows, shape.first_row, end);
    shape.end_row = grid ? end : shape.first_row;
    if (grid) shape.header_rows = header_rows(rows, shape.first_row, end);
    return shape;
}

}  // namespace commsearch::source
