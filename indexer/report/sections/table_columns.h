#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// The heads of a column joined, outermost first: rows {"TT", "Kế hoạch 2024", ""} and {"", "Tỉnh",
/// "Xã"} give {"TT", "Kế hoạch 2024 / Tỉnh", "Kế hoạch 2024 / Xã"}. A head reaches over the empty
/// cells at its right below which something stands. Rows that only number the columns are left out.
[[nodiscard]] std::vector<std::string> column_labels(const std::vector<std::string_view>& rows);

/// The columns of each table of a text.
class TableColumns {
public:
    explicit TableColumns(const std::vector<Line>& lines);

    /// Of the table that Line::table names; empty when it has no heads.
    [[nodiscard]] const std::vector<std::string>& of(std::uint32_t table) const;

private:
    std::map<std::uint32_t, std::vector<std::string>> columns_;
};

}  // namespace commsearch::report
