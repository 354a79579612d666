#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/model/result.h"

namespace commsearch {

/// "10/10/2023"; empty for 0.
[[nodiscard]] std::string shown_date(std::int32_t date);

/// "II › 1 › 1.9. Xây dựng nông thôn mới": headings above the last one by their numbers.
[[nodiscard]] std::string heading_line(const std::vector<std::string>& path);

/// How a paper quotes a passage: "BC số 45/BC-UBND, ngày 10/10/2023, xã Cao Ngọc, mục II › 1". What
/// is not known is left out.
[[nodiscard]] std::string citation(const ReportHit& report, const PassageHit& passage);

}  // namespace commsearch
