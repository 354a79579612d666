#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/report/figures/figure.h"
#include "indexer/report/report.h"

namespace commsearch::report {

/// The figures of one passage.
struct PassageFigures {
    std::size_t section = 0;      ///< in Report::sections
    std::size_t passage = 0;      ///< in Section::passages
    std::vector<Figure> figures;  ///< in the order of the text, one at least
};

/// What a report states in figures, passage by passage. Linear in its text.
[[nodiscard]] std::vector<PassageFigures> figures_of(const Report& report);

/// A heading without its number and colon: "1.2. Chăn nuôi:" -> "Chăn nuôi".
[[nodiscard]] std::string_view heading_words(std::string_view heading);

}  // namespace commsearch::report
