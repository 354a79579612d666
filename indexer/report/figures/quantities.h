#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/figures/decimal_number.h"
#include "indexer/report/figures/figure.h"
#include "indexer/report/figures/figure_line.h"

namespace commsearch::report {

/// A number of a line that counts or measures something.
struct Quantity {
    enum class Part : std::uint8_t { alone, numerator, denominator, low, high };
    std::size_t first = 0;  ///< token of the number
    std::size_t next = 0;   ///< behind its unit
    std::size_t group = 0;  ///< first token of the fraction or range it is part of, else `first`
    DecimalNumber number;   ///< as written
    double factor = 1;      ///< of its unit: 1 000 000 for "triệu đồng"
    double value = 0;       ///< the number times the factor
    std::uint8_t decimals = 0;
    Part part = Part::alone;
    UnitKind kind = UnitKind::none;
    std::string unit;
    bool unit_elided = false;
    FigureBound bound = FigureBound::none;

    /// `value` and `decimals` from number and factor.
    void set_value();
};

/// The quantities of a line in order. Not: days, years, numbers of papers, lists and names, ages,
/// lengths of time, ranks, what a portal counts of itself.
[[nodiscard]] std::vector<Quantity> quantities_of(FigureTokens tokens);

}  // namespace commsearch::report
