#pragma once

#include <string_view>

#include "indexer/report/report.h"

namespace commsearch::report {

/// Whether a section below no heading tells of the paper and not of what the paper is about: the line
/// of a portal that announces it ("UBND xã … ban hành Báo cáo số 61/BC-UBND …"), its title once more,
/// "Trên đây là báo cáo …".
[[nodiscard]] bool is_frame(const Section& section, std::string_view title);

}  // namespace commsearch::report
