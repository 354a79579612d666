#include "indexer/source/formats/table.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "analyzers/base/unicode.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/table_words.h"

namespace commsearch::source {
namespace {

/// No table of a report is wider; what stands further right joins the last column.
constexpr std::size_t most_columns = 200;

bool is_filled(const TableCell& cell) { return !cell.content.lines.empty(); }

std::size_t filled_cells(const TableRow& row) {
    return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), is_filled));
}

std::string text_of(const TableCell& cell) {
    std::string text;
    for (const std::string& line : cell.content.lines) {
        if (!text.empty()) text += ' ';
        text += line;
    }
    std::replace(text.begin(), text.end(), '\t', ' ');
    return clean_line(text);
}

using Grid = std::vector<std::map<std::size_t, std::string>>;  ///< by row, by column

/// Cells in their columns: those that a cell above covers are passed over.
Grid grid_of(const std::vector<TableRow>& rows, std::size_t first, std::size_t end) {
    struct Cover {
        std::size_t column = 0, columns = 0, rows_left = 0;
    };
    Grid grid(end - first);
    std::vector<Cover> covers;
    for (std::size_t r = first; r < end; ++r) {
        std::vector<bool> taken(most_columns, false);
        for (Cover& cover : covers) {
            std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(cover.column), cover.columns,
                        true);
            --cover.rows_left;
        }
        std::erase_if(covers, [](const Cover& cover) { return cover.rows_left == 0; });
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

bool has_word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (is_letter(point.value) || is_digit(point.value)) return true;
        at += point.size;
    }
    return false;
}

bool has_word(const std::map<std::size_t, std::string>& row) {
    return std::any_of(row.begin(), row.end(),
                       [](const auto& cell) { return has_word(cell.second); });
}

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

/// Whether the rows lay out running text, or hold the table within.
bool lays_out_text(const std::vector<TableRow>& rows, std::size_t first, std::size_t end) {
    constexpr std::size_t longest_cell = 300;  // words
    constexpr std::size_t mean_cell = 60;
    constexpr std::size_t inner_rows = 3;
    std::size_t filled = 0;
    std::size_t words = 0;
    for (std::size_t r = first; r < end; ++r) {
        for (const TableCell& cell : rows[r].cells) {
            if (!is_filled(cell)) continue;
            const std::size_t own = count_words(cell.content.lines);
            if (own > longest_cell) return true;
            for (const TableSpan& inner : cell.content.tables) {
                if (inner.last_line - inner.first_line + 1 >= inner_rows) return true;
            }
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

std::vector<std::string_view> views_of(const std::map<std::size_t, std::string>& row) {
    std::vector<std::string_view> cells;
    for (const auto& cell : row) cells.emplace_back(cell.second);
    return cells;
}

/// A row that begins with its number, holds numbers, or one cell at the left: the name of a group.
bool holds_data(const std::map<std::size_t, std::string>& row) {
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
std::size_t rows_above_data(const Grid& grid) {
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
    Grid grid;
    Grid all = grid_of(rows, first, end);
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

std::vector<std::string> grid_lines(const std::vector<TableRow>& rows, const TableShape& shape) {
    const Grid grid = grid_of(rows, shape.first_row, shape.end_row);
    std::set<std::size_t> columns;
    for (const auto& row : grid) {
        for (const auto& cell : row) columns.insert(cell.first);
    }
    std::vector<std::string> lines;
    for (const auto& row : grid) {
        std::string line;
        if (has_word(row)) {
            auto cell = row.begin();
            for (const std::size_t column : columns) {
                if (cell == row.end()) break;
                if (column != *columns.begin()) line += '\t';
                if (cell->first == column) line += (cell++)->second;
            }
        }
        lines.push_back(std::move(line));
    }
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
