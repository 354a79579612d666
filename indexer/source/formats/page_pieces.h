#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "indexer/source/formats/page_boxes.h"

namespace commsearch::source {

/// Words between wide blanks.
struct TablePiece {
    std::vector<BoxedWord> words;
    Box box;

    [[nodiscard]] std::string text() const;
};

struct PieceRow {
    std::vector<TablePiece> pieces;  ///< from left to right
    std::vector<std::size_t> lines;
    Box box;

    /// Whether it holds a quantity behind its first piece.
    [[nodiscard]] bool holds_data() const;
};

/// The rows of a page from its top. Cells that stand as close as words are parted where a quantity
/// begins or ends as one of the next row does.
[[nodiscard]] std::vector<PieceRow> piece_rows(const BoxedPage& page);

/// Parts pieces before the first word for which `begins_column` (the rest of its piece from that
/// word on, the right end of the piece) holds.
void part_where(PieceRow& row,
                const std::function<bool(const TablePiece& rest, double right)>& begins_column);

/// Parts pieces at blanks wider than `wide` heights of a line.
void part_at_blanks(PieceRow& row, double wide);

/// Whether two places are one, within a fraction of the height of `of`.
[[nodiscard]] bool is_near(double a, double b, const Box& of);

}  // namespace commsearch::source
