#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/model/answer.h"

namespace commsearch::render {

/// "10/10/2023", "10/2023" or "2023", as far as it is known; empty for 0.
[[nodiscard]] std::string shown_date(std::uint32_t date);

/// "Phó Chủ tịch Lý Văn Thìn"; without the office where `is_short` and the name is known.
[[nodiscard]] std::string shown_signers(const schema::ReportDescription& about, bool is_short);

/// "II › 1 › 1.9. Xây dựng nông thôn mới": headings above the last one by their numbers.
[[nodiscard]] std::string heading_line(const std::vector<std::string>& path);
/// The same line with what the query matched in the last heading.
[[nodiscard]] std::vector<Fragment> heading_fragments(const PassageHit& passage);

/// How a paper of an office quotes a passage: "BC số 45/BC-UBND, ngày 10/10/2023, xã Cao Ngọc, mục
/// II › 1". Leaves out what is not known.
[[nodiscard]] std::string citation(const ReportHit& report, const PassageHit& passage);

/// "kỳ tháng 11/2023", of a stored period; empty for an unknown one.
[[nodiscard]] Message reported_period(std::string_view period);

}  // namespace commsearch::render
