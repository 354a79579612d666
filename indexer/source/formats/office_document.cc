#include "indexer/source/formats/office_document.h"

#include <algorithm>
#include <charconv>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
void DocumentLines::end_line() {
    std::string clean = clean_line(line_);
    line_.clear();
    if (!clean.empty()) lines_.push_back(std::move(clean));
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

void DocumentLines::begin_row() {
    end_line();
    if (!rows_.empty()) rows_.back().one_line_cells = false;
    rows_.push_back({lines_.size(), lines_.size(), true});
}

void DocumentLines::end_cell() {
    end_line();
    if (rows_.empty()) return;
    Row& row = rows_.back();
    if (lines_.size() > row.cell_line + 1) row.one_line_cells = false;
    row.cell_line = lines_.size();
}

void DocumentLines::end_row() {
    end_line();
    if (rows_.empty()) return;
    const Row row = rows_.back();
    rows_.pop_back();
    if (!row.one_line_cells || lines_.size() < row.first_line + 2) return;
    for (std::size_t i = row.first_line + 1; i < lines_.size(); ++i)
        lines_[row.first_line] += " | " + lines_[i];
    lines_.resize(row.first_line + 1);
    for (std::size_t& page : pages_) page = std::min(page, lines_.size());
}

void DocumentLines::begin_page() { pages_.push_back(lines_.size()); }

RawDocument DocumentLines::finish() {
    end_line();
    RawDocument document;
    for (const std::string& line : lines_) document.text += line + '\n';
    document.text = clean_text(document.text);
    if (pages_.empty()) return document;
    document.page_starts.push_back(1);
    for (const std::size_t page : pages_) {
        if (page > 0 && page < lines_.size())
            document.page_starts.push_back(static_cast<std::uint32_t>(page + 1));
    }
    return document;
}

std::uint32_t number_of_attribute(std::string_view value, std::uint32_t otherwise) {
    std::uint32_t number = 0;
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
    return failed == std::errc{} ? number : otherwise;
}

}  // namespace commsearch::source
