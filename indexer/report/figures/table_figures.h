#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/report/figures/figure_columns.h"
#include "indexer/report/figures/line_figures.h"

namespace commsearch::report {

/// The figures of a row (cells parted by tabs), with byte ranges of the row.
[[nodiscard]] std::vector<Figure> row_figures(std::string_view row,
                                              std::span<const FigureColumn> columns,
                                              const FigureSetting& setting);

}  // namespace commsearch::report
