#pragma once

#include <string_view>

#include "indexer/report/report.h"

namespace commsearch {

/// What a heading says about the time it speaks of: a period it names, compared with the reported
/// and planned ones, else words such as "kết quả", "phương hướng". Unknown when it says nothing.
[[nodiscard]] PlanOrResult plan_or_result_of(std::string_view heading, const Period& reported,
                                             const Period& planned);

/// Whether a paragraph begins as plans do: "Tiếp tục …", "Tăng cường …", "Tập trung …".
[[nodiscard]] bool begins_as_plan(std::string_view paragraph_key);

}  // namespace commsearch
