#pragma once

#include <cstddef>
#include <span>

#include "indexer/report/figures/figure.h"
#include "indexer/report/figures/quantities.h"

namespace commsearch::report {

/// What a quantity is to its indicator; "giảm 53 hộ" gets its sign, "vượt 5% KH" becomes 105.
struct RoleReading {
    FigureRole role = FigureRole::actual;
    double value = 0;
};

/// `at` counts in `quantities`, all those of the line. `is_plan`: it stands among tasks or requests.
[[nodiscard]] RoleReading role_of(FigureTokens tokens, std::span<const Quantity> quantities,
                                  std::size_t at, bool is_plan);

/// Whether the words before the token tell of something wished for: "Phấn đấu …", "Đề nghị …".
[[nodiscard]] bool is_asked_for(FigureTokens tokens, std::size_t at);

}  // namespace commsearch::report
