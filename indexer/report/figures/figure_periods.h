#pragma once

#include <cstddef>
#include <vector>

#include "analyzers/value/period.h"
#include "indexer/report/figures/figure_line.h"

namespace commsearch::report {

/// A time that a line names.
struct NamedPeriod {
    std::size_t at = 0;    ///< its first token
    std::size_t next = 0;  ///< behind it
    Period period;
    std::size_t months =
        1;  ///< so many months of a list: "tháng 10, 11, 12"; `period` is the first
    bool is_compared = false;  ///< "so với đầu năm": not the time of the figure before it
};

/// The times that a line names, in order: "tháng 12", "lũy kế 10 tháng", "cả năm", "đến nay",
/// "tính đến ngày 15/6". `reported` gives the year that is left out and what "đến nay" is. None when
/// `reported` is unknown.
[[nodiscard]] std::vector<NamedPeriod> named_periods(FigureTokens tokens, const Period& reported);

}  // namespace commsearch::report
