#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::source {

/// A rectangle on a page whose top left corner is 0, 0; units are those of its page.
struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] double middle_x() const { return (left + right) / 2; }
    [[nodiscard]] double middle_y() const { return (top + bottom) / 2; }
    /// The smallest that holds both.
    [[nodiscard]] Box with(const Box& other) const;
    /// Whether the two stand beside each other on one base line.
    [[nodiscard]] bool is_beside(const Box& other) const;
};

struct BoxedWord {
    std::string text;  ///< clean, never empty
    Box box;
};

/// Words from left to right.
struct BoxedLine {
    std::vector<BoxedWord> words;  ///< never empty
    Box box;
    std::size_t block = 0;  ///< lines of one block have the same number

    [[nodiscard]] std::string text() const;
};

/// The lines of a page in the order in which they are read.
struct BoxedPage {
    double width = 0, height = 0;
    double confidence = 100;  ///< of OCR in its letters, 0 to 100
    std::vector<BoxedLine> lines;

    [[nodiscard]] std::size_t words() const;
    /// To other units.
    void scale(double factor);
};

/// What `pdftotext -tsv` or `tesseract … tsv` wrote -> pages. Words that touch, as where the font
/// changes inside one, are one. Text upside down or on its side is turned upright.
/// Whatever the bytes are, boxes are finite and no wider than a million.
[[nodiscard]] std::vector<BoxedPage> boxed_pages(std::string_view tsv);

/// The lines of a page (their places) that stand beside each other, row by row from the top.
[[nodiscard]] std::vector<std::vector<std::size_t>> rows_of(const BoxedPage& page);
/// The words of lines that stand beside each other, from left to right. They point into the page.
[[nodiscard]] std::vector<const BoxedWord*> words_of(const BoxedPage& page,
                                                     const std::vector<std::size_t>& lines);

/// Joins lines that stand beside each other and follow each other: pieces of one block (a line
/// whose blanks justification made wide), or of two with no more than a few blanks between (a
/// number typed into a form).
void join_pieces(BoxedPage& page);

}  // namespace commsearch::source
