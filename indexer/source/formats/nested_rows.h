#pragma once

#include <cstddef>

#include "indexer/source/formats/office_document.h"

namespace commsearch::source {

/// Rows of tables as Word marks them: each paragraph tells how many tables it stands in.
class NestedRows {
public:
    explicit NestedRows(DocumentLines& lines) : lines_(lines) {}

    /// The next paragraph stands in `depth` tables. What it leaves has no end of its own.
    void enter(std::size_t depth) {
        for (; open_ > depth; --open_) {
            lines_.end_cell();
            lines_.end_row();
        }
        for (; open_ < depth; ++open_) lines_.begin_row();
    }
    void end_cell() { lines_.end_cell(); }
    /// The innermost row ends.
    void end_row() {
        if (open_ == 0) return lines_.end_line();
        lines_.end_row();
        --open_;
    }

private:
    DocumentLines& lines_;
    std::size_t open_ = 0;
};

}  // namespace commsearch::source
