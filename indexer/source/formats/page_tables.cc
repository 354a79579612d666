#include "indexer/source/formats/page_tables.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/source/formats/page_pieces.h"
#include "indexer/source/formats/table_words.h"

namespace commsearch::source {
namespace {

/// From left to right, without overlap.
struct ColumnSpan {
    double left = 0, right = 0;
    [[nodiscard]] bool overlaps(const Box& box) const {
        return box.left < right && left < box.right;
    }
};
using ColumnSpans = std::vector<ColumnSpan>;

std::size_t overlapped(const ColumnSpans& columns, const Box& box) {
    return static_cast<std::size_t>(std::count_if(
        columns.begin(), columns.end(), [&](const ColumnSpan& one) { return one.overlaps(box); }));
}

/// `columns` with the pieces of a row in them; nothing when a piece stands in two of them, or two
/// pieces in one.
std::optional<ColumnSpans> with_row(ColumnSpans columns, const PieceRow& row) {
    std::size_t least = 0;  // column of the next piece
    for (const TablePiece& piece : row.pieces) {
        if (overlapped(columns, piece.box) > 1) return std::nullopt;
        const auto found = std::find_if(columns.begin(), columns.end(), [&](const ColumnSpan& one) {
            return one.right > piece.box.left;
        });
        const auto at = static_cast<std::size_t>(found - columns.begin());
        if (found == columns.end() || !found->overlaps(piece.box)) {
            columns.insert(found, {piece.box.left, piece.box.right});
        } else {
            if (at < least) return std::nullopt;
            found->left = std::min(found->left, piece.box.left);
            found->right = std::max(found->right, piece.box.right);
        }
        least = at + 1;
    }
    return columns;
}

/// Rows [first, end) of a page and their columns.
struct FoundTable {
    std::size_t first = 0, end = 0;
    std::size_t first_data = 0;
    std::size_t data_rows = 0;
    ColumnSpans columns;
};

double step_between(const PieceRow& above, const PieceRow& below) {
    return (below.box.top - above.box.bottom) / std::max(1.0, above.box.height());
}

/// The table whose first row of data is `first`.
FoundTable data_below(const std::vector<PieceRow>& rows, std::size_t first) {
    constexpr std::size_t most_between = 4;  // rows without data
    constexpr double farthest = 2.5;         // in heights of a line
    FoundTable found{.first = first, .end = first, .first_data = first, .columns = {}};
    ColumnSpans columns;
    for (std::size_t i = first; i < rows.size() && i < found.end + most_between + 1; ++i) {
        if (i > first && step_between(rows[i - 1], rows[i]) > farthest) break;
        const bool is_data = rows[i].holds_data();
        const auto more = with_row(columns, rows[i]);
        if (!more) break;
        columns = *more;
        if (!is_data) continue;
        found.end = i + 1;
        found.columns = columns;
        ++found.data_rows;
    }
    return found;
}

/// Parts heads that stand as close as words where columns begin, if all of them fit then.
void part_heads(const ColumnSpans& columns, PieceRow& row) {
    PieceRow parted = row;
    part_where(parted, [&](const TablePiece& rest, double) {
        return std::any_of(columns.begin(), columns.end(), [&](const ColumnSpan& one) {
            return is_near(one.left, rest.box.left, rest.box);
        });
    });
    const bool fits =
        std::all_of(parted.pieces.begin(), parted.pieces.end(),
                    [&](const TablePiece& one) { return overlapped(columns, one.box) == 1; });
    if (fits) row = std::move(parted);
}

/// Takes rows of heads above the data into the table: of two pieces or more; above such a row also
/// of one, the head of other columns than the first, or of the first where that has none yet.
void add_heads(std::vector<PieceRow>& rows, std::size_t least, FoundTable& table) {
    constexpr std::size_t most_rows = 6;
    constexpr double farthest = 1.5;
    const auto is_over_first = [&](const TablePiece& piece) {
        return table.columns.front().overlaps(piece.box);
    };
    bool first_has_head = false;
    for (std::size_t at = table.first_data; at > least && table.first_data - at < most_rows; --at) {
        PieceRow& row = rows[at - 1];
        if (step_between(row, rows[at]) > farthest) return;
        part_heads(table.columns, row);
        const bool fits = std::all_of(row.pieces.begin(), row.pieces.end(), [&](const auto& one) {
            return overlapped(table.columns, one.box) > 0;
        });
        const bool over_first = std::any_of(row.pieces.begin(), row.pieces.end(), is_over_first);
        const bool may_be_alone =
            table.first < table.first_data &&
            (!over_first ||
             (!first_has_head && overlapped(table.columns, row.pieces.front().box) == 1));
        if (!fits || (row.pieces.size() == 1 && !may_be_alone)) return;
        first_has_head = first_has_head || over_first;
        table.first = at - 1;
    }
}

/// Lines of text below data that belong to the last row.
void add_tail(const std::vector<PieceRow>& rows, FoundTable& table) {
    constexpr double close = 0.2;
    while (table.end < rows.size() && rows[table.end].pieces.size() == 1 &&
           !is_ordinal_before(rows[table.end].pieces.front().text()) &&
           step_between(rows[table.end - 1], rows[table.end]) < close &&
           overlapped(table.columns, rows[table.end].pieces.front().box) == 1 &&
           rows[table.end].box.right <= table.columns.front().right)
        ++table.end;
}

TableRow empty_row(std::size_t columns) {
    return {.cells = std::vector<TableCell>(columns), .is_head = false};
}

void put(const PieceRow& row, const ColumnSpans& columns, bool as_text, TableRow& to) {
    for (const TablePiece& piece : row.pieces) {
        const auto first = std::find_if(columns.begin(), columns.end(), [&](const ColumnSpan& one) {
            return one.right > piece.box.left;
        });
        const auto at =
            static_cast<std::size_t>(std::min(first, columns.end() - 1) - columns.begin());
        std::vector<std::string>& lines = to.cells[at].content.lines;
        if (as_text && !lines.empty()) {
            lines.back() += ' ' + piece.text();
        } else {
            lines.push_back(piece.text());
        }
    }
}

/// The row of data that a row of text stands nearest to, when it is close enough to be one of the
/// lines of its cells.
std::optional<std::size_t> row_of_text(const std::vector<PieceRow>& rows, const FoundTable& table,
                                       std::size_t at) {
    constexpr double close = 0.35;  // in heights of a line, between lines of a cell
    const std::string first = rows[at].pieces.front().text();
    if (is_ordinal(first) || is_ordinal_before(first)) return std::nullopt;
    const auto holds = [&](std::size_t row) { return rows[row].holds_data(); };
    std::optional<std::size_t> above, below;
    for (std::size_t i = at; i > table.first_data; --i) {
        if (step_between(rows[i - 1], rows[i]) > close) break;
        if (!holds(i - 1)) continue;
        above = i - 1;
        break;
    }
    for (std::size_t i = at + 1; i < table.end; ++i) {
        if (step_between(rows[i - 1], rows[i]) > close) break;
        if (!holds(i)) continue;
        below = i;
        break;
    }
    if (!above || !below) return above ? above : below;
    const double up = rows[at].box.top - rows[*above].box.bottom;
    const double down = rows[*below].box.top - rows[at].box.bottom;
    return up <= down ? above : below;
}

/// Whether a row of heads is one piece over a column for which the row below has none.
bool belongs_below(const PieceRow& row, const PieceRow& below, const ColumnSpans& columns) {
    if (row.pieces.size() != 1) return false;
    const Box& piece = row.pieces.front().box;
    if (overlapped(columns, piece) != 1) return false;
    const auto column = std::find_if(columns.begin(), columns.end(),
                                     [&](const ColumnSpan& one) { return one.overlaps(piece); });
    return std::none_of(below.pieces.begin(), below.pieces.end(),
                        [&](const TablePiece& one) { return column->overlaps(one.box); });
}

std::vector<TableRow> table_rows(const std::vector<PieceRow>& rows, const FoundTable& table) {
    std::vector<TableRow> result;
    std::vector<std::size_t> owner(table.end, 0);
    for (std::size_t i = table.first; i < table.end; ++i) {
        owner[i] = i;
        if (i < table.first_data || rows[i].holds_data()) continue;
        if (const auto found = row_of_text(rows, table, i)) owner[i] = *found;
    }
    for (std::size_t i = table.first_data; i-- > table.first + 1;) {
        if (belongs_below(rows[i - 1], rows[i], table.columns)) owner[i - 1] = owner[i];
    }
    for (std::size_t i = table.first; i < table.end; ++i) {
        if (owner[i] != i) continue;
        TableRow row = empty_row(table.columns.size());
        row.is_head = i < table.first_data;
        for (std::size_t part = table.first; part < table.end; ++part) {
            if (owner[part] == i) put(rows[part], table.columns, true, row);
        }
        result.push_back(std::move(row));
    }
    return result;
}

bool is_sure(const FoundTable& table) {
    constexpr std::size_t fewest_rows = 3;
    // Two rows below a head will do where they have three columns.
    const std::size_t columns = table.columns.size();
    return columns > 1 && (table.data_rows >= fewest_rows ||
                           (table.data_rows + 1 == fewest_rows && columns >= fewest_rows &&
                            table.first < table.first_data));
}

}  // namespace

std::vector<PageTable> take_tables(BoxedPage& page) {
    std::vector<PieceRow> rows = piece_rows(page);
    std::vector<PageTable> tables;
    std::vector<bool> taken(page.lines.size(), false);
    std::size_t least = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].holds_data()) continue;
        FoundTable found = data_below(rows, i);
        if (found.columns.size() < 2) continue;
        add_heads(rows, least, found);
        if (!is_sure(found)) continue;
        add_tail(rows, found);
        PageTable table{.block = laid_out(table_rows(rows, found))};
        i = found.end - 1;
        least = found.end;
        const auto& spans = table.block.tables;
        if (spans.size() != 1 || spans.front().last_line != table.block.lines.size()) continue;
        table.before_line = page.lines.size();
        for (std::size_t row = found.first; row < found.end; ++row) {
            for (const std::size_t line : rows[row].lines) {
                taken[line] = true;
                table.before_line = std::min(table.before_line, line);
            }
        }
        tables.push_back(std::move(table));
    }
    for (PageTable& table : tables) {
        table.before_line -= static_cast<std::size_t>(std::count(
            taken.begin(), taken.begin() + static_cast<std::ptrdiff_t>(table.before_line), true));
    }
    std::size_t at = 0;
    std::erase_if(page.lines, [&](const BoxedLine&) { return taken[at++]; });
    std::stable_sort(tables.begin(), tables.end(), [](const PageTable& a, const PageTable& b) {
        return a.before_line < b.before_line;
    });
    return tables;
}

}  // namespace commsearch::source
