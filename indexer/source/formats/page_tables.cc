#include "indexer/source/formats/page_tables.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/source/formats/table_words.h"

namespace commsearch::source {
namespace {

/// Words between wide blanks.
struct TablePiece {
    std::string text;
    Box box;
};

struct PieceRow {
    std::vector<TablePiece> pieces;  ///< from left to right
    std::vector<std::size_t> lines;
    Box box;

    /// Whether it holds a quantity behind its first piece.
    [[nodiscard]] bool holds_data() const {
        return std::any_of(pieces.begin() + (pieces.empty() ? 0 : 1), pieces.end(),
                           [](const TablePiece& one) { return is_quantity(one.text); });
    }
};

/// From left to right, without overlap.
struct ColumnSpan {
    double left = 0, right = 0;
    [[nodiscard]] bool overlaps(const Box& box) const {
        return box.left < right && left < box.right;
    }
};
using ColumnSpans = std::vector<ColumnSpan>;

std::vector<PieceRow> piece_rows(const BoxedPage& page) {
    constexpr double wide = 0.9;  // in heights of a line
    std::vector<PieceRow> rows;
    for (std::vector<std::size_t>& lines : rows_of(page)) {
        PieceRow row{.pieces = {}, .lines = std::move(lines), .box = {}};
        std::vector<const BoxedWord*> words;
        for (const std::size_t line : row.lines) {
            for (const BoxedWord& word : page.lines[line].words) words.push_back(&word);
        }
        std::stable_sort(words.begin(), words.end(), [](const BoxedWord* a, const BoxedWord* b) {
            return a->box.left < b->box.left;
        });
        for (const BoxedWord* const word : words) {
            const bool begins =
                row.pieces.empty() || word->box.left - row.pieces.back().box.right >
                                          wide * std::max(word->box.height(), row.box.height());
            row.box = row.pieces.empty() ? word->box : row.box.with(word->box);
            if (begins) {
                row.pieces.push_back({word->text, word->box});
            } else {
                row.pieces.back().text += ' ' + word->text;
                row.pieces.back().box = row.pieces.back().box.with(word->box);
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

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
        const bool is_data = rows[i].pieces.size() > 1 && rows[i].holds_data();
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

/// Takes rows of heads above the data into the table: of two pieces or more, or of one within a
/// column where such a row stands above it.
void add_heads(const std::vector<PieceRow>& rows, std::size_t least, FoundTable& table) {
    constexpr std::size_t most_rows = 6;
    constexpr double farthest = 1.5;
    std::size_t at = table.first;
    while (at > least && table.first_data - at < most_rows) {
        --at;
        const PieceRow& row = rows[at];
        if (step_between(row, rows[at + 1]) > farthest) return;
        const bool fits = std::all_of(row.pieces.begin(), row.pieces.end(), [&](const auto& one) {
            return overlapped(table.columns, one.box) > 0;
        });
        if (!fits) return;
        if (row.pieces.size() > 1) {
            table.first = at;
        } else if (overlapped(table.columns, row.pieces.front().box) == table.columns.size()) {
            return;
        }
    }
}

/// Lines of text below data that belong to the last row.
void add_tail(const std::vector<PieceRow>& rows, FoundTable& table) {
    constexpr double close = 0.35;
    while (table.end < rows.size() && rows[table.end].pieces.size() == 1 &&
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
            lines.back() += ' ' + piece.text;
        } else {
            lines.push_back(piece.text);
        }
    }
}

/// The row of data that a row of text stands nearest to, when it is close enough to be one of the
/// lines of its cells.
std::optional<std::size_t> row_of_text(const std::vector<PieceRow>& rows, const FoundTable& table,
                                       std::size_t at) {
    constexpr double close = 0.35;  // in heights of a line, between lines of a cell
    if (is_ordinal(rows[at].pieces.front().text)) return std::nullopt;
    const auto holds = [&](std::size_t row) {
        return rows[row].pieces.size() > 1 && rows[row].holds_data();
    };
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

std::vector<TableRow> table_rows(const std::vector<PieceRow>& rows, const FoundTable& table) {
    std::vector<TableRow> result;
    std::vector<std::size_t> owner(table.end, 0);
    for (std::size_t i = table.first; i < table.end; ++i) {
        owner[i] = i;
        if (i < table.first_data || (rows[i].pieces.size() > 1 && rows[i].holds_data())) continue;
        if (const auto found = row_of_text(rows, table, i)) owner[i] = *found;
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
    return table.data_rows >= fewest_rows && table.columns.size() > 1;
}

}  // namespace

std::vector<PageTable> take_tables(BoxedPage& page) {
    const std::vector<PieceRow> rows = piece_rows(page);
    std::vector<PageTable> tables;
    std::vector<bool> taken(page.lines.size(), false);
    std::size_t least = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].pieces.size() < 2 || !rows[i].holds_data()) continue;
        FoundTable found = data_below(rows, i);
        if (!is_sure(found)) continue;
        add_heads(rows, least, found);
        add_tail(rows, found);
        PageTable table{.block = laid_out(table_rows(rows, found))};
        i = found.end - 1;
        least = found.end;
        const auto& spans = table.block.tables;
        if (spans.size() != 1 || spans.front().first_line != 1 ||
            spans.front().last_line != table.block.lines.size())
            continue;
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
