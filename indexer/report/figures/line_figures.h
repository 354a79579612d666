#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/figures/figure.h"

namespace commsearch::report {

/// What is known of a line's place in its report.
struct FigureSetting {
    Period reported;
    Period planned;
    PlanOrResult horizon = PlanOrResult::unknown;
    std::string_view heading = {};  ///< what it stands below, without number; may be empty
    const std::vector<Village>* villages = nullptr;
};

/// The figures of a line of running text, with byte ranges of the line. Linear in its size.
[[nodiscard]] std::vector<Figure> line_figures(std::string_view line, const FigureSetting& setting);

}  // namespace commsearch::report
