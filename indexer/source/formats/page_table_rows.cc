#include "indexer/source/formats/page_table_rows.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include "analyzers/base/ascii.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/line_shape.h"
#include "indexer/source/formats/table_words.h"

namespace commsearch::source {
namespace {

TableRow empty_row(std::size_t columns) {
    return {.cells = std::vector<TableCell>(columns), .is_head = false};
}

/// Whether a number was cut where the column ended: "1.500.00" and "0".
bool completes_number(std::string_view above, std::string_view below) {
    constexpr std::size_t group = 3;
    const std::size_t stop = above.find_last_of('.');
    return stop != std::string_view::npos && above.size() - stop <= group &&
           above.size() - stop - 1 + below.size() == group && is_quantity(above) &&
           std::all_of(below.begin(), below.end(), is_ascii_digit);
}

void add_line(TableCell& cell, const std::string& text) {
    std::vector<std::string>& lines = cell.content.lines;
    if (lines.empty()) {
        lines.push_back(text);
        return;
    }
    std::string& last = lines.back();
    last += (is_cut_word(last, text) || completes_number(last, text) ? "" : " ") + text;
}

void put(const PieceRow& row, const ColumnSpans& columns, TableRow& to) {
    for (const TablePiece& piece : row.pieces)
        add_line(to.cells[column_of(columns, piece.box)], piece.text());
}

const TablePiece* piece_in(const PieceRow& row, const ColumnSpan& column) {
    const auto found =
        std::find_if(row.pieces.begin(), row.pieces.end(),
                     [&](const TablePiece& one) { return column.overlaps(one.box); });
    return found == row.pieces.end() ? nullptr : &*found;
}

/// Which rows of a page make up each row of a table's body.
class RowOwners {
public:
    RowOwners(const std::vector<PieceRow>& rows, const FoundTable& table)
        : rows_(rows), table_(table), owners_(table.end) {
        std::iota(owners_.begin(), owners_.end(), 0);
        for (std::size_t i = table.first_data; i < table.end; ++i) {
            if (rows[i].holds_data() || begins_row(rows[i], table.columns)) anchors_.push_back(i);
        }
        assign();
    }

    [[nodiscard]] std::size_t of(std::size_t row) const { return owners_[row]; }

private:
    void assign() {
        std::fill(owners_.begin() + static_cast<std::ptrdiff_t>(table_.body),
                  owners_.begin() + static_cast<std::ptrdiff_t>(table_.first_data),
                  table_.first_data);
        const bool is_top_aligned = begins_at_top();
        for (std::size_t i = 0; i < anchors_.size(); ++i) {
            const std::size_t above = anchors_[i];
            const std::size_t below = i + 1 < anchors_.size() ? anchors_[i + 1] : table_.end;
            const std::size_t split = is_top_aligned ? below : split_between(above, below);
            for (std::size_t at = above + 1; at < split && is_close(at); ++at) owners_[at] = above;
            for (std::size_t at = below; at > split && at < table_.end && is_close(at); --at)
                owners_[at - 1] = below;
        }
    }

    /// Whether a row is as close to the one above as lines of a cell are.
    [[nodiscard]] bool is_close(std::size_t at) const {
        return step_between(rows_[at - 1], rows_[at]) <= cell_step;
    }

    /// Whether the first line of every row holds its quantities.
    [[nodiscard]] bool begins_at_top() const {
        constexpr double doubt = 0.15;
        if (table_.body < table_.first_data) return false;
        for (std::size_t i = 1; i < anchors_.size(); ++i) {
            const std::size_t below = anchors_[i];
            for (std::size_t at = anchors_[i - 1] + 1; at < below; ++at) {
                if (parted_cells(anchors_[i - 1], at, below) <
                        parted_cells(anchors_[i - 1], below, below) ||
                    step_between(rows_[at - 1], rows_[at]) >
                        step_between(rows_[below - 1], rows_[below]) + doubt)
                    return false;
            }
        }
        return true;
    }

    /// The first row between two that belongs to the one below: behind it the cells are parted
    /// least, the step is widest, else the way to both is about the same.
    [[nodiscard]] std::size_t split_between(std::size_t above, std::size_t below) const {
        constexpr double same = 0.015;
        if (below == table_.end) return below;
        const double middle = (rows_[above].box.middle_y() + rows_[below].box.middle_y()) / 2;
        const auto from_middle = [&](std::size_t at) {
            const double between = (rows_[at - 1].box.bottom + rows_[at].box.top) / 2;
            return between > middle ? between - middle : middle - between;
        };
        std::size_t best = above + 1;
        for (std::size_t at = above + 2; at <= below; ++at) {
            const std::size_t parted = parted_cells(above, at, below);
            const std::size_t fewest = parted_cells(above, best, below);
            const double wider =
                step_between(rows_[at - 1], rows_[at]) - step_between(rows_[best - 1], rows_[best]);
            if (parted != fewest
                    ? parted < fewest
                    : wider > same || (wider > -same && from_middle(at) < from_middle(best)))
                best = at;
        }
        return best;
    }

    /// Columns whose cell goes on with a small letter behind a split; between two rows that hold
    /// data it may be another cell.
    [[nodiscard]] std::size_t parted_cells(std::size_t above, std::size_t split,
                                           std::size_t below) const {
        const auto parts = [&](const ColumnSpan& column) {
            std::size_t last = split - 1;
            while (last > above && piece_in(rows_[last], column) == nullptr) --last;
            std::size_t next = split;
            while (next < below && piece_in(rows_[next], column) == nullptr) ++next;
            const TablePiece* const piece = piece_in(rows_[next], column);
            return (last != above || next != below) && piece != nullptr &&
                   piece_in(rows_[last], column) != nullptr && begins_lower(piece->text());
        };
        return static_cast<std::size_t>(
            std::count_if(table_.columns.begin(), table_.columns.end(), parts));
    }

    const std::vector<PieceRow>& rows_;
    const FoundTable& table_;
    std::vector<std::size_t> owners_;
    std::vector<std::size_t> anchors_;  ///< rows that hold data or the number of a row
};

/// The rows of heads of a table: one below the other only below a head of several columns.
class HeadRows {
public:
    HeadRows(const std::vector<PieceRow>& rows, const FoundTable& table)
        : rows_(rows), table_(table), depth_(table.columns.size(), 0) {
        const std::size_t end = table.body - (table.numbers_columns ? 1 : 0);
        for (std::size_t i = table.first; i < end; ++i) {
            for (const TablePiece& piece : rows[i].pieces) add(i, end, piece);
        }
        if (table.numbers_columns) {
            heads_.push_back(empty_row(table.columns.size()));
            put(rows[end], table.columns, heads_.back());
        }
        for (TableRow& row : heads_) row.is_head = true;
    }

    std::vector<TableRow> take() { return std::move(heads_); }

private:
    void add(std::size_t at, std::size_t end, const TablePiece& piece) {
        const std::size_t column = column_of(table_.columns, piece.box);
        const std::size_t after = column + reach(at, end, column, piece);
        const auto first = depth_.begin() + static_cast<std::ptrdiff_t>(column);
        const auto last = depth_.begin() + static_cast<std::ptrdiff_t>(after);
        std::size_t level = *std::max_element(first, last);
        const bool is_wide = after - column > 1;
        if (is_wide && level > 0 && begins_lower(piece.text())) --level;
        while (heads_.size() <= level) heads_.push_back(empty_row(table_.columns.size()));
        add_line(heads_[level].cells[column], piece.text());
        if (is_wide) std::fill(first, last, level + 1);
    }

    /// How many columns a head stands over: those it overlaps, and those whose heads begin below it
    /// beside that of its own.
    [[nodiscard]] std::size_t reach(std::size_t at, std::size_t end, std::size_t column,
                                    const TablePiece& piece) const {
        const std::size_t own = std::max<std::size_t>(1, overlapped(table_.columns, piece.box));
        if (own > 1) return std::min(own, table_.columns.size() - column);
        for (std::size_t below = at + 1; below < end; ++below) {
            const TablePiece* const under = piece_in(rows_[below], table_.columns[column]);
            if (under == nullptr) continue;
            if (begins_lower(under->text())) return own;
            std::size_t after = column + 1;
            while (after < table_.columns.size() && is_first_head(at, below, after)) ++after;
            return after - column;
        }
        return own;
    }

    /// Whether a column has its first head in row `below`, none in those from `at` on.
    [[nodiscard]] bool is_first_head(std::size_t at, std::size_t below, std::size_t column) const {
        const ColumnSpan& span = table_.columns[column];
        for (; at < below; ++at) {
            if (piece_in(rows_[at], span) != nullptr) return false;
        }
        return piece_in(rows_[below], span) != nullptr;
    }

    const std::vector<PieceRow>& rows_;
    const FoundTable& table_;
    std::vector<std::size_t> depth_;  ///< heads of several columns so far, of each column
    std::vector<TableRow> heads_;
};

}  // namespace

std::size_t overlapped(const ColumnSpans& columns, const Box& box) {
    return static_cast<std::size_t>(std::count_if(
        columns.begin(), columns.end(), [&](const ColumnSpan& one) { return one.overlaps(box); }));
}

std::size_t column_of(const ColumnSpans& columns, const Box& box) {
    const auto first = std::find_if(columns.begin(), columns.end(),
                                    [&](const ColumnSpan& one) { return one.right > box.left; });
    return static_cast<std::size_t>(std::min(first, columns.end() - 1) - columns.begin());
}

double step_between(const PieceRow& above, const PieceRow& below) {
    return (below.box.top - above.box.bottom) / std::max(1.0, above.box.height());
}

bool begins_row(const PieceRow& row, const ColumnSpans& columns) {
    const TablePiece& piece = row.pieces.front();
    const std::string first = piece.text();
    const bool is_number = std::all_of(first.begin(), first.end(), is_ascii_digit);
    if (is_number) return is_ordinal(first) && columns.front().overlaps(piece.box);
    return is_ordinal(first) || is_ordinal_before(first);
}

std::vector<TableRow> table_rows(const std::vector<PieceRow>& rows, const FoundTable& table) {
    std::vector<TableRow> result = HeadRows(rows, table).take();
    const RowOwners owners(rows, table);
    for (std::size_t i = table.body; i < table.end; ++i) {
        if (owners.of(i) != i) continue;
        TableRow row = empty_row(table.columns.size());
        for (std::size_t part = table.body; part < table.end; ++part) {
            if (owners.of(part) == i) put(rows[part], table.columns, row);
        }
        result.push_back(std::move(row));
    }
    return result;
}

}  // namespace commsearch::source
