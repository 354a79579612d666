#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/source/extract/raw_document.h"

namespace commsearch::source {

/// What a workbook may hold; more is refused with the reason. Office tables have some thousands of
/// cells: what has a million is a database.
inline constexpr std::size_t max_sheets = 1'000;
inline constexpr std::size_t max_cells = 1'000'000;  ///< that are not blank, of all sheets
/// Blank cells between two others of a row are kept so far.
inline constexpr std::uint32_t max_columns = 16'384;

struct SheetCell {
    std::uint32_t column = 0;  ///< 0-based
    std::string text;          ///< as displayed; lines of a cell end with '\n'
};

/// Gathers sheets and makes one document of them: each is a table below the lines of its title,
/// with its name on a line of its own unless a program gave it. Not for two threads at once.
class SpreadsheetText {
public:
    /// Throws Error when there are too many.
    void begin_sheet(std::string name);
    /// A cell of the open row, in any order; a blank one and a second one of a column are dropped.
    /// Throws Error when there are too many or too long ones.
    void add_cell(std::uint32_t column, std::string text);
    /// Ends the row, which stands in the sheet so many `times`; one without cells is dropped.
    void end_row(std::uint32_t times = 1);
    /// A line beside the cells: the text of a box.
    void add_line(std::string line);

    [[nodiscard]] RawDocument finish();

private:
    struct Sheet {
        std::string name;
        std::vector<std::vector<SheetCell>> rows;
        std::vector<std::string> lines;  ///< behind the rows
    };

    void count(std::size_t more_cells, std::size_t more_bytes);

    std::vector<Sheet> sheets_;
    std::vector<SheetCell> row_;  ///< the open one
    std::size_t cells_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace commsearch::source
