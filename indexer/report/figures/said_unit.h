#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/report/figures/figure_line.h"

namespace commsearch::report {

/// A unit as a text says it.
struct SaidUnit {
    UnitKind kind = UnitKind::none;  ///< never `factor`: that is money where nothing is counted
    std::string name;                ///< its one spelling; of a noun that no table knows its word
    double factor = 1;               ///< 1 000 000 for "triệu đồng"
    std::size_t next = 0;            ///< token behind it
};

/// The unit that stands at `at`, behind a number: "triệu đồng/người/năm", "tạ/ha", "triệu lượt
/// khách", "bóng đèn".
[[nodiscard]] SaidUnit said_unit(FigureTokens tokens, std::size_t at);

/// A text that is a unit alone: "triệu đồng", "hồ sơ". A short one that no table knows is a counted
/// noun.
[[nodiscard]] SaidUnit unit_of_text(std::string_view text);

/// What the last brackets of a name or head say: "Quỹ (triệu đồng)".
[[nodiscard]] SaidUnit unit_in_brackets(std::string_view text);

}  // namespace commsearch::report
