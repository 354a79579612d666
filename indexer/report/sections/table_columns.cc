#include "indexer/report/sections/table_columns.h"

#include <algorithm>

#include "indexer/source/extract/table_span.h"

namespace commsearch::report {
namespace {

using Cells = std::vector<std::string_view>;

std::string_view cell_at(const Cells& row, std::size_t column) {
    return column < row.size() ? row[column] : std::string_view();
}

/// Heads above column `column`, outermost first; one that reaches over it from the left included.
std::string label_of(const std::vector<Cells>& rows, std::size_t column) {
    std::string label;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::string_view head = cell_at(rows[r], column);
        const bool has_below =
            std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(r) + 1, rows.end(),
                        [&](const Cells& row) { return !cell_at(row, column).empty(); });
        for (std::size_t left = column; head.empty() && has_below && left > 0; --left)
            head = cell_at(rows[r], left - 1);
        if (head.empty()) continue;
        if (!label.empty()) label += " / ";
        label += head;
    }
    return label;
}

}  // namespace

std::vector<std::string> column_labels(const std::vector<std::string_view>& rows) {
    std::vector<Cells> heads;
    std::size_t width = 0;
    for (const std::string_view row : rows) {
        Cells cells = source::cells_of(row);
        if (!heads.empty() && source::numbers_columns(cells)) continue;
        width = std::max(width, cells.size());
        heads.push_back(std::move(cells));
    }
    std::vector<std::string> labels;
    for (std::size_t column = 0; column < width; ++column)
        labels.push_back(label_of(heads, column));
    return labels;
}

TableColumns::TableColumns(const std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size();) {
        const std::uint32_t table = lines[i].table;
        std::vector<std::string_view> heads;
        for (; i < lines.size() && lines[i].table == table; ++i) {
            if (table != 0 && lines[i].is_head) heads.push_back(lines[i].text);
        }
        if (table != 0) columns_.emplace(table, column_labels(heads));
    }
}

const std::vector<std::string>& TableColumns::of(std::uint32_t table) const {
    return columns_.at(table);
}

}  // namespace commsearch::report
