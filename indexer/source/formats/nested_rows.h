#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/source/formats/office_document.h"

namespace commsearch::source {

/// Tables as Word marks them: each paragraph tells how many tables it stands in, cells and rows
/// have marks at their ends.
class NestedRows {
public:
    explicit NestedRows(DocumentLines& lines) : lines_(lines) {}

    /// The next paragraph stands in `depth` tables.
    void enter(std::size_t depth) {
        for (; has_row_.size() > depth; has_row_.pop_back()) lines_.end_table();
        while (has_row_.size() < depth) {
            begin_row();
            lines_.begin_table();
            has_row_.push_back(false);
        }
        begin_row();
    }
    void end_cell() { lines_.end_cell(); }
    /// The innermost row ends. `is_head`: it holds heads of columns; `edges` of its cells.
    void end_row(bool is_head, const std::vector<std::int32_t>& edges) {
        if (has_row_.empty()) return lines_.end_line();
        if (is_head) lines_.mark_head();
        lines_.set_edges(edges);
        lines_.end_row();
        has_row_.back() = false;
    }

private:
    void begin_row() {
        if (has_row_.empty() || has_row_.back()) return;
        lines_.begin_row();
        has_row_.back() = true;
    }

    DocumentLines& lines_;
    std::vector<bool> has_row_;  ///< of each open table, outermost first
};

}  // namespace commsearch::source
