#pragma once

#include <cstddef>

#include "indexer/report/figures/figure_line.h"

namespace commsearch::report {

/// Behind the day, month or year that begins with the number `at` ("05/11/2024", "02/2024",
/// "15/11" behind "ngày", "26 đến 29/10"); `at` when there is none.
[[nodiscard]] std::size_t day_end(FigureTokens tokens, std::size_t at);

/// Whether the number `at` is (part of) a name: of a paper, year, list, place, slogan.
/// `unit`: of what kind the unit is that follows it. Numbers that carry on a list of names ("tháng 10, 11, 12") are
/// told by `follows_name`: the number before it was one.
[[nodiscard]] bool names_something(FigureTokens tokens, std::size_t at, UnitKind unit,
                                   bool follows_name);

}  // namespace commsearch::report
