#include "indexer/source/formats/page_tables.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/source/extract/table_span.h"
#include "indexer/source/formats/line_shape.h"
#include "indexer/source/formats/page_pieces.h"
#include "indexer/source/formats/page_table_rows.h"
#include "indexer/source/formats/table_words.h"

namespace commsearch::source {
namespace {

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

/// Parts cells that stand as close as words where columns begin, if all of them fit then.
void part_cells(const ColumnSpans& columns, PieceRow& row) {
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

/// Whether every piece of a row stands in one column, as the lines of its cells do.
bool is_within_columns(const PieceRow& row, const ColumnSpans& columns) {
    return std::all_of(row.pieces.begin(), row.pieces.end(),
                       [&](const TablePiece& one) { return overlapped(columns, one.box) == 1; });
}

/// The table whose first row of data is `first`.
FoundTable data_below(std::vector<PieceRow>& rows, std::size_t first) {
    constexpr std::size_t most_between = 4;  // rows without data that are no lines of a cell
    constexpr std::size_t most_lines = 40;   // of a cell
    constexpr double farthest = 2.5;         // in heights of a line
    FoundTable found{
        .first = first, .end = first, .body = first, .first_data = first, .columns = {}};
    ColumnSpans columns;
    std::size_t between = 0;
    for (std::size_t i = first;
         i < rows.size() && between <= most_between && i <= found.end + most_lines; ++i) {
        const double step = i > first ? step_between(rows[i - 1], rows[i]) : 0;
        if (step > farthest) break;
        const bool is_data = rows[i].holds_data();
        const bool is_of_cells = step <= cell_step && is_within_columns(rows[i], found.columns);
        between += is_data || is_of_cells ? 0 : 1;
        if (is_data) part_cells(found.columns, rows[i]);
        const auto more = with_row(columns, rows[i]);
        if (!more) break;
        columns = *more;
        if (!is_data) continue;
        between = 0;
        found.end = i + 1;
        found.columns = columns;
        ++found.data_rows;
    }
    return found;
}

/// Takes the lines of the cells of the first row of data that stand above it, in the middle of its
/// height, into the body: a cell goes on in the row below, or that has none there.
void add_lines_above(const std::vector<PieceRow>& rows, std::size_t least, FoundTable& table) {
    constexpr double deep = -0.25;  // lines that stand beside each other in part
    const auto goes_on = [&](const TablePiece& piece) {
        if (overlapped(table.columns, piece.box) != 1) return false;
        const ColumnSpan& column = table.columns[column_of(table.columns, piece.box)];
        for (std::size_t below = table.body; below <= table.first_data; ++below) {
            for (const TablePiece& next : rows[below].pieces) {
                if (column.overlaps(next.box)) return begins_lower(next.text());
            }
        }
        return table.body == table.first_data &&
               step_between(rows[table.body - 1], rows[table.body]) < deep;
    };
    while (table.body > least && rows[table.body - 1].pieces.size() < table.columns.size() &&
           step_between(rows[table.body - 1], rows[table.body]) <= cell_step &&
           std::all_of(rows[table.body - 1].pieces.begin(), rows[table.body - 1].pieces.end(),
                       goes_on))
        --table.body;
    table.first = table.body;
}

/// Gives heads beside those of the columns found, or as close to them as words, columns of their
/// own: those are empty.
void add_empty_columns(ColumnSpans& columns, PieceRow& row) {
    constexpr std::size_t fewest_heads = 3;
    constexpr std::size_t most_added = 2;
    constexpr double wide = 0.6;  // in heights of a line
    if (row.pieces.size() < fewest_heads) return;
    PieceRow parted = row;
    part_at_blanks(parted, wide);
    for (PieceRow* const one : {&parted, &row}) {
        const auto more = with_row(columns, *one);
        if (!more || more->size() > columns.size() + most_added) continue;
        row = PieceRow(*one);
        columns = *more;
        return;
    }
}

/// Whether the row is the rest of the one above, heads that go on in small letters.
bool goes_on_from(const PieceRow& above, const PieceRow& row) {
    return above.pieces.size() > row.pieces.size() &&
           std::all_of(row.pieces.begin(), row.pieces.end(), [&](const TablePiece& one) {
               return begins_lower(one.text()) &&
                      std::any_of(
                          above.pieces.begin(), above.pieces.end(), [&](const TablePiece& head) {
                              return head.box.left < one.box.right && one.box.left < head.box.right;
                          });
           });
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
    for (std::size_t at = table.body; at > least && table.body - at < most_rows; --at) {
        PieceRow& row = rows[at - 1];
        if (step_between(row, rows[at]) > farthest) return;
        part_cells(table.columns, row);
        ColumnSpans columns = table.columns;
        add_empty_columns(columns, row);
        const bool fits = std::all_of(row.pieces.begin(), row.pieces.end(), [&](const auto& one) {
            return overlapped(columns, one.box) > 0;
        });
        const bool over_first = std::any_of(row.pieces.begin(), row.pieces.end(), is_over_first);
        const auto heads_first = [&] {
            return !first_has_head && overlapped(columns, row.pieces.front().box) == 1;
        };
        const bool may_be_alone = table.first < table.body
                                      ? !over_first || heads_first()
                                      : at > least + 1 && goes_on_from(rows[at - 2], row);
        if (!fits || (row.pieces.size() == 1 && !may_be_alone)) return;
        if (columns.size() > table.columns.size()) table.columns = std::move(columns);
        first_has_head = first_has_head || over_first;
        table.first = at - 1;
    }
}

/// A first row that numbers the columns is a head.
void take_numbers(const std::vector<PieceRow>& rows, FoundTable& table) {
    if (table.body < table.first_data) return;
    std::vector<std::string> texts;
    for (const TablePiece& piece : rows[table.first_data].pieces) texts.push_back(piece.text());
    if (!numbers_columns({texts.begin(), texts.end()})) return;
    std::size_t next = table.body + 1;
    while (next < table.end && !rows[next].holds_data()) ++next;
    if (next == table.end) return;
    // What stands far from the row below, or has a number, is a row of its own.
    std::size_t above = next;
    while (above > table.body + 1 && step_between(rows[above - 1], rows[above]) <= cell_step &&
           !begins_row(rows[above - 1], table.columns))
        --above;
    if (above > table.body + 1) return;
    table.numbers_columns = true;
    table.body = above;
    table.first_data = next;
}

/// Lines of text below data that belong to the last row.
void add_tail(const std::vector<PieceRow>& rows, FoundTable& table) {
    constexpr double close = 0.2;
    const PieceRow& last = rows[table.end - 1];
    const auto belongs = [&](const TablePiece& piece) {
        const std::size_t column = column_of(table.columns, piece.box);
        const ColumnSpan& span = table.columns[column];
        const double blank = piece.box.height();
        const double end = column + 1 < table.columns.size() && column > 0
                               ? std::max(span.right, table.columns[column + 1].left - blank)
                               : span.right + (column > 0 ? blank : 0);
        const std::string text = piece.text();
        return overlapped(table.columns, piece.box) == 1 && piece.box.left > span.left - blank &&
               piece.box.right <= end && !is_signature_words(text) && !is_recipients_words(text) &&
               !is_number_or_date_words(text) && !is_national_words(text) &&
               (column == 0 ||
                std::any_of(last.pieces.begin(), last.pieces.end(),
                            [&](const TablePiece& one) { return span.overlaps(one.box); }));
    };
    while (table.end < rows.size() && !begins_row(rows[table.end], table.columns) &&
           step_between(rows[table.end - 1], rows[table.end]) <
               (begins_lower(rows[table.end].pieces.front().text()) ? cell_step : close) &&
           std::all_of(rows[table.end].pieces.begin(), rows[table.end].pieces.end(), belongs))
        ++table.end;
}

bool is_sure(const FoundTable& table) {
    constexpr std::size_t fewest_rows = 3;
    // Two rows below a head will do where they have three columns.
    const std::size_t columns = table.columns.size();
    return columns > 1 &&
           (table.data_rows >= fewest_rows || (table.data_rows + 1 == fewest_rows &&
                                               columns >= fewest_rows && table.first < table.body));
}

std::vector<std::size_t> lines_of(const std::vector<PieceRow>& rows, const FoundTable& table) {
    std::vector<std::size_t> lines;
    for (std::size_t row = table.first; row < table.end; ++row)
        lines.insert(lines.end(), rows[row].lines.begin(), rows[row].lines.end());
    return lines;
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
        add_lines_above(rows, least, found);
        add_heads(rows, least, found);
        if (!is_sure(found)) continue;
        take_numbers(rows, found);
        add_tail(rows, found);
        PageTable table{.block = laid_out(table_rows(rows, found))};
        i = found.end - 1;
        least = found.end;
        const auto& spans = table.block.tables;
        if (spans.size() != 1 || spans.front().last_line != table.block.lines.size()) continue;
        table.before_line = page.lines.size();
        for (const std::size_t line : lines_of(rows, found)) {
            taken[line] = true;
            table.before_line = std::min(table.before_line, line);
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
