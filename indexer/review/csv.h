#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commsearch::review {

/// A line of a CSV file (RFC 4180) with its end, CR LF. Control characters become blanks; a cell that
/// a spreadsheet would take for a formula gets a ' in front.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace commsearch::review
