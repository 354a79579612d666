#pragma once

#include <string_view>

#include "indexer/report/report.h"

namespace commsearch::report {

/// Whether what stands below a heading is result or plan, by words such as "kết quả" and "phương
/// hướng" in it, else by the period it names when that is either the reported or the planned one.
/// Unknown when neither tells.
[[nodiscard]] PlanOrResult plan_or_result_of(std::string_view heading, const Period& reported,
                                             const Period& planned);

/// Whether a paragraph begins as plans do: "Tiếp tục …", "Tăng cường …", "Tập trung …".
[[nodiscard]] bool begins_as_plan(std::string_view paragraph_key);

}  // namespace commsearch::report
