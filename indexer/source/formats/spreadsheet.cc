#include "indexer/source/formats/spreadsheet.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "analyzers/base/message.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/office_document.h"

namespace commsearch::source {
namespace {

using SheetRows = std::vector<std::vector<SheetCell>>;

/// "Sheet1", "Trang tính2", "Bảng 3": nobody chose it.
bool is_given_by_program(std::string_view name) {
    constexpr auto beginnings =
        std::to_array<std::string_view>({"sheet", "trang tính", "trang_tính", "bảng", "table"});
    const std::string clean = lower(nfc(without_blank_ends(name)));
    for (const std::string_view beginning : beginnings) {
        if (!std::string_view(clean).starts_with(beginning)) continue;
        const auto rest = std::string_view(clean).substr(beginning.size());
        if (rest.find_first_not_of("0123456789 ()_") == std::string_view::npos) return true;
    }
    return clean.empty();
}

/// How many rows stand above the first that is as wide as a table: the head of the paper and the
/// title.
std::size_t rows_above_table(const SheetRows& rows) {
    constexpr std::size_t table_cells = 3;
    std::size_t widest = 0;
    for (const auto& row : rows) widest = std::max(widest, row.size());
    const std::size_t wanted = std::min(widest, table_cells);
    const auto first = std::find_if(rows.begin(), rows.end(),
                                    [&](const auto& row) { return row.size() >= wanted; });
    return static_cast<std::size_t>(first - rows.begin());
}

void append_lines(DocumentLines& lines, std::string_view text) {
    for (const std::string_view line : pieces_ended_by('\n', text)) {
        lines.append(line);
        lines.end_line();
    }
}

void append_table(DocumentLines& lines, const SheetRows& rows, std::size_t first) {
    lines.begin_table();
    for (std::size_t i = first; i < rows.size(); ++i) {
        lines.begin_row();
        std::uint32_t column = 0;
        for (const SheetCell& cell : rows[i]) {
            for (; column < cell.column; ++column) lines.end_cell();
            append_lines(lines, cell.text);
            lines.end_cell();
            ++column;
        }
        lines.end_row();
    }
    lines.end_table();
}

/// Puts the columns that hold something side by side.
void close_gaps(SheetRows& rows) {
    std::vector<std::uint32_t> used;
    for (const auto& row : rows) {
        for (const SheetCell& cell : row) used.push_back(cell.column);
    }
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (auto& row : rows) {
        for (SheetCell& cell : row) {
            cell.column = static_cast<std::uint32_t>(
                std::lower_bound(used.begin(), used.end(), cell.column) - used.begin());
        }
    }
}

}  // namespace

void SpreadsheetText::begin_sheet(std::string name) {
    if (sheets_.size() == max_sheets) {
        const std::string limit = std::to_string(max_sheets);
        throw Error({"bảng tính có hơn " + limit + " trang tính; hãy chia nhỏ",
                     "the workbook has more than " + limit + " sheets; split it"});
    }
    sheets_.push_back({std::move(name), {}, {}});
}

void SpreadsheetText::count(std::size_t more_cells, std::size_t more_bytes) {
    cells_ += more_cells;
    bytes_ += more_bytes;
    if (bytes_ > max_document_bytes) throw Error(too_large(bytes_));
    if (cells_ <= max_cells) return;
    const std::string limit = std::to_string(max_cells);
    throw Error({"bảng tính có hơn " + limit + " ô có nội dung; hãy chia nhỏ",
                 "the workbook has more than " + limit + " cells; split it"});
}

void SpreadsheetText::add_cell(std::uint32_t column, std::string text) {
    if (column >= max_columns || without_blank_ends(text).empty()) return;
    count(1, text.size());
    row_.push_back({column, std::move(text)});
}

void SpreadsheetText::end_row(std::uint32_t times) {
    std::vector<SheetCell> row = std::exchange(row_, {});
    if (row.empty() || times == 0) return;
    std::stable_sort(row.begin(), row.end(),
                     [](const SheetCell& a, const SheetCell& b) { return a.column < b.column; });
    const auto is_same = [](const SheetCell& a, const SheetCell& b) {
        return a.column == b.column;
    };
    row.erase(std::unique(row.begin(), row.end(), is_same), row.end());
    std::size_t bytes = 0;
    for (const SheetCell& cell : row) bytes += cell.text.size();
    if (sheets_.empty()) begin_sheet({});
    for (std::uint32_t i = 1; i < times; ++i) {
        count(row.size(), bytes);
        sheets_.back().rows.push_back(row);
    }
    sheets_.back().rows.push_back(std::move(row));
}

void SpreadsheetText::add_line(std::string line) {
    count(0, line.size());
    if (sheets_.empty()) begin_sheet({});
    sheets_.back().lines.push_back(std::move(line));
}

RawDocument SpreadsheetText::finish() {
    DocumentLines lines;
    bool is_first = true;
    for (Sheet& sheet : sheets_) {
        if (sheet.rows.empty() && sheet.lines.empty()) continue;
        close_gaps(sheet.rows);
        const std::string name = is_given_by_program(sheet.name) ? "" : sheet.name + '\n';
        const std::size_t above = is_first ? rows_above_table(sheet.rows) : 0;
        // The first line of the document is its title, which the name of a sheet is not.
        for (std::size_t i = 0; i < above; ++i) {
            for (const SheetCell& cell : sheet.rows[i]) append_lines(lines, cell.text);
        }
        append_lines(lines, name);
        append_table(lines, sheet.rows, above);
        for (const std::string& line : sheet.lines) append_lines(lines, line);
        is_first = false;
    }
    return lines.finish();
}

}  // namespace commsearch::source
