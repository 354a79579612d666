#include "indexer/source/formats/page_pieces.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "indexer/source/formats/table_words.h"

namespace commsearch::source {
namespace {

/// No table has more columns, no cell more words in a line; what has is not looked at, lest a hostile
/// page take long.
constexpr std::size_t most_pieces_of_row = 60;
constexpr std::size_t most_words_of_piece = 100;

/// Adds a word to the right; it begins a piece where the blank before it is wider than `blank`.
void add_word(PieceRow& row, const BoxedWord& word, double blank) {
    const bool begins = row.pieces.empty() || word.box.left - row.pieces.back().box.right > blank;
    row.box = row.pieces.empty() ? word.box : row.box.with(word.box);
    if (begins) {
        row.pieces.push_back({{word}, word.box});
    } else {
        row.pieces.back().words.push_back(word);
        row.pieces.back().box = row.pieces.back().box.with(word.box);
    }
}

std::vector<PieceRow> wide_pieces(const BoxedPage& page) {
    constexpr double wide = 0.9;  // in heights of a line
    std::vector<PieceRow> rows;
    for (std::vector<std::size_t>& lines : rows_of(page)) {
        PieceRow row{.pieces = {}, .lines = std::move(lines), .box = {}};
        double height = 0;  // of a line: those of two may stand beside each other in part
        for (const BoxedWord* const word : words_of(page, row.lines)) {
            height = std::max(height, word->box.height());
            add_word(row, *word, wide * height);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Parts the piece at `place` of a row before its word `at`.
void part(PieceRow& row, std::size_t place, std::size_t at) {
    TablePiece& left = row.pieces[place];
    const auto middle = left.words.begin() + static_cast<std::ptrdiff_t>(at);
    TablePiece right{{middle, left.words.end()}, middle->box};
    left.words.erase(middle, left.words.end());
    const auto surround = [](TablePiece& piece) {
        piece.box = piece.words.front().box;
        for (const BoxedWord& word : piece.words) piece.box = piece.box.with(word.box);
    };
    surround(left);
    surround(right);
    row.pieces.insert(row.pieces.begin() + static_cast<std::ptrdiff_t>(place) + 1,
                      std::move(right));
}

/// The next row of several pieces in steps of `step`, over no more lines than a cell may have.
std::size_t next_of_pieces(const std::vector<PieceRow>& rows, std::size_t at, std::size_t step) {
    constexpr int farthest = 4;
    std::size_t next = at + step;
    for (int i = 1; i < farthest && next < rows.size() && rows[next].pieces.size() < 2; ++i)
        next += step;
    return next;
}

/// Parts a row where a quantity of `next` begins; or ends, when that stands right beside it.
void part_as(PieceRow& row, const PieceRow& next, bool is_beside) {
    if (next.pieces.size() > most_pieces_of_row) return;
    for (std::size_t q = 1; q < next.pieces.size(); ++q) {
        const TablePiece& quantity = next.pieces[q];
        if (!is_quantity(quantity.text())) continue;
        part_where(row, [&](const TablePiece& rest, double right) {
            return (is_near(rest.box.left, quantity.box.left, rest.box) ||
                    (is_beside && is_near(right, quantity.box.right, rest.box))) &&
                   is_quantity(rest.text());
        });
    }
}

/// Cells that stand as close as words: a quantity begins or ends where one of the next row does.
void part_close_cells(std::vector<PieceRow>& rows) {
    const std::vector<PieceRow> before = rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const std::size_t step : {std::size_t{0} - 1, std::size_t{1}}) {
            const std::size_t next = next_of_pieces(before, i, step);
            if (next < before.size()) part_as(rows[i], before[next], next == i + step);
        }
    }
}

}  // namespace

std::string TablePiece::text() const {
    std::string joined;
    for (const BoxedWord& word : words) joined += (joined.empty() ? "" : " ") + word.text;
    return joined;
}

bool PieceRow::holds_data() const {
    return pieces.size() > 1 && pieces.size() <= most_pieces_of_row &&
           std::any_of(pieces.begin() + 1, pieces.end(),
                       [](const TablePiece& one) { return is_quantity(one.text()); });
}

std::vector<PieceRow> piece_rows(const BoxedPage& page) {
    std::vector<PieceRow> rows = wide_pieces(page);
    part_close_cells(rows);
    return rows;
}

void part_where(PieceRow& row,
                const std::function<bool(const TablePiece& rest, double right)>& begins_column) {
    for (std::size_t place = 0; place < row.pieces.size(); ++place) {
        const std::vector<BoxedWord>& words = row.pieces[place].words;
        if (words.size() > most_words_of_piece) continue;
        for (std::size_t at = 1; at < words.size(); ++at) {
            const TablePiece rest{{words.begin() + static_cast<std::ptrdiff_t>(at), words.end()},
                                  words[at].box};
            if (!begins_column(rest, row.pieces[place].box.right)) continue;
            part(row, place, at);
            break;
        }
    }
}

void part_at_blanks(PieceRow& row, double wide) {
    for (std::size_t place = 0; place < row.pieces.size(); ++place) {
        const std::vector<BoxedWord>& words = row.pieces[place].words;
        for (std::size_t at = 1; at < std::min(words.size(), most_words_of_piece); ++at) {
            if (words[at].box.left - words[at - 1].box.right <= wide * row.box.height()) continue;
            part(row, place, at);
            break;
        }
    }
}

bool is_near(double a, double b, const Box& of) { return std::abs(a - b) < 0.15 * of.height(); }

}  // namespace commsearch::source
