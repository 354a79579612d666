#include "indexer/source/formats/office_document.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/table.h"
#include "indexer/source/formats/table_edges.h"

namespace commsearch::source {

void DocumentLines::end_line() {
    std::string clean = clean_line(line_);
    line_.clear();
    if (!clean.empty()) target().lines.push_back(std::move(clean));
}

void DocumentLines::label_without_text(std::string label) {
    if (tables_.empty() || too_deep_ > 0 || label == "-") return;
    if (tables_.back().label.empty()) tables_.back().label = std::move(label);
}

void DocumentLines::begin_box() {
    outer_.push_back(std::move(line_));
    line_.clear();
}

void DocumentLines::end_box() {
    end_line();
    if (outer_.empty()) return;
    line_ = std::move(outer_.back());
    outer_.pop_back();
}

void DocumentLines::begin_page() { target().pages.push_back(target().lines.size()); }

void DocumentLines::begin_table() {
    constexpr std::size_t deepest = 4;  // each table is laid out once for each one around it
    end_line();
    if (tables_.size() == deepest) {
        ++too_deep_;
    } else {
        tables_.emplace_back();
    }
}

void DocumentLines::begin_row(bool is_head) {
    end_line();
    if (!tables_.empty() && too_deep_ == 0) tables_.back().rows.push_back({{}, is_head});
}

void DocumentLines::mark_head() {
    if (!tables_.empty() && too_deep_ == 0 && !tables_.back().rows.empty())
        tables_.back().rows.back().is_head = true;
}

void DocumentLines::set_edges(std::vector<std::int32_t> edges) {
    if (!tables_.empty() && too_deep_ == 0 && !tables_.back().rows.empty())
        tables_.back().rows.back().edges = std::move(edges);
}

void DocumentLines::end_cell(std::uint32_t columns, std::uint32_t rows) {
    end_line();
    if (tables_.empty() || too_deep_ > 0) return;
    OpenTable& table = tables_.back();
    if (table.rows.empty()) table.rows.emplace_back();
    std::string label = clean_line(std::exchange(table.label, {}));
    if (table.cell.content.lines.empty() && !label.empty())
        table.cell.content.lines.push_back(std::move(label));
    table.cell.columns = columns;
    table.cell.rows = rows;
    table.rows.back().cells.push_back(std::exchange(table.cell, {}));
}

void DocumentLines::end_continued_cell(std::uint32_t columns) {
    end_line();
    if (tables_.empty() || too_deep_ > 0) return;
    OpenTable& table = tables_.back();
    if (table.rows.empty() || table.rows.back().cells.empty() || !table.cell.content.lines.empty())
        return end_cell(columns);
    table.rows.back().cells.back().columns += columns;
    table.label.clear();
}

void DocumentLines::end_row() {
    end_line();
    if (!tables_.empty() && !tables_.back().cell.content.lines.empty()) end_cell();
}

void DocumentLines::end_table() {
    end_row();
    if (too_deep_ > 0) {
        --too_deep_;
        return;
    }
    if (tables_.empty()) return;
    std::vector<TableRow> rows = std::move(tables_.back().rows);
    tables_.pop_back();
    set_columns_by_edges(rows);
    target().append(laid_out(std::move(rows)));
}

RawDocument DocumentLines::finish() {
    end_line();
    too_deep_ = 0;
    while (!tables_.empty()) end_table();
    RawDocument document;
    for (const std::string& line : document_.lines) document.text += line + '\n';
    document.text = clean_text(document.text);
    document.tables = std::move(document_.tables);
    if (document_.pages.empty()) return document;
    document.page_starts.push_back(1);
    for (const std::size_t page : document_.pages) {
        if (page > 0 && page < document_.lines.size())
            document.page_starts.push_back(static_cast<std::uint32_t>(page + 1));
    }
    return document;
}

RawDocument with_text(RawDocument document) {
    if (!without_blank_ends(document.text).empty()) return document;
    throw Error(
        {"văn bản không có chữ nào (có thể chỉ là ảnh); hãy xuất ra PDF rồi thử lại",
         "no text in the document (perhaps only pictures); export it as PDF and try again"});
}

std::vector<std::string> lines_of_text(std::string_view text) {
    const std::vector<std::string_view> lines = pieces_ended_by('\n', text);
    return {lines.begin(), lines.end()};
}

std::uint32_t number_of_attribute(std::string_view value, std::uint32_t otherwise) {
    std::uint32_t number = 0;
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
    return failed == std::errc{} ? number : otherwise;
}

}  // namespace commsearch::source
