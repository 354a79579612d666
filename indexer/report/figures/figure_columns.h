#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/value/period.h"

namespace commsearch::report {

/// What a column of a table tells of its rows.
struct FigureColumn {
    enum class Kind : std::uint8_t { other, number, name, unit, plan, actual, of_plan, change };
    Kind kind = Kind::other;
    std::string head;
    Period period;  ///< said in its head
};

/// The columns by their heads.
[[nodiscard]] std::vector<FigureColumn> figure_columns(std::span<const std::string> heads,
                                                       const Period& reported);

/// Whether a row of cells is one of heads: no cell is a number.
[[nodiscard]] bool is_head_row(std::string_view row);

}  // namespace commsearch::report
