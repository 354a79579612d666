#pragma once

#include <string_view>
#include <vector>

namespace commsearch {

/// One line of a tab-separated table. The fields point into the table.
struct TsvRow {
    std::size_t line = 0;  ///< 1-based
    std::vector<std::string_view> fields;
};

/// The rows below the header line. Lines that are empty or start with '#' are left out. Fields keep
/// their blanks; missing fields at the end of a line are empty, so that every row has as many as
/// the header. A row with more fields than the header keeps them, for a lint to complain about.
[[nodiscard]] std::vector<TsvRow> tsv_rows(std::string_view table);

/// The fields of `line`, cut at each `separator`; "a||b" gives an empty one in the middle.
[[nodiscard]] std::vector<std::string_view> split(std::string_view line, char separator);

/// Without ASCII white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace commsearch
