#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace commsearch::source {

/// A table within a text: each of its lines is a row, whose cells a tab parts; a tab stands nowhere
/// else in it. Cells that another one covers are empty, so that columns keep their places; empty
/// cells at the end of a row may be left out.
struct TableSpan {
    std::uint32_t first_line = 0;   ///< 1-based
    std::uint32_t last_line = 0;    ///< inclusive
    std::uint32_t header_rows = 0;  ///< its first lines; fewer than all
    bool operator==(const TableSpan&) const = default;
};

/// The cells of a row.
[[nodiscard]] std::vector<std::string_view> cells_of(std::string_view row);

/// Whether a row only numbers the columns: "A B 1 2", "(1) (2) (3)=(2)/(1)".
[[nodiscard]] bool numbers_columns(const std::vector<std::string_view>& cells);

/// Spans that exist in a text of `lines` lines, one behind another.
[[nodiscard]] bool are_sensible(const std::vector<TableSpan>& tables, std::size_t lines);

}  // namespace commsearch::source
