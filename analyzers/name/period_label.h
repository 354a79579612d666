#pragma once

#include <string_view>

#include "analyzers/base/message.h"

namespace commsearch::name {

/// A stored period (Period::text) as people say it: "2023-11" -> "tháng 11/2023", "2023-Q3" -> "quý
/// III/2023", "2023-H1" -> "6 tháng đầu năm 2023", "2023-M09" -> "9 tháng đầu năm 2023", "2023" ->
/// "năm 2023", "2023-10/2023-12" -> "tháng 10-12/2023". Any other text comes back as it is.
[[nodiscard]] Message period_label(std::string_view text);

}  // namespace commsearch::name
