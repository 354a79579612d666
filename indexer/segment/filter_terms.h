#pragma once

#include <string>
#include <vector>

#include "indexer/report/report.h"

namespace commsearch::segment {

/// The terms by which filters find all passages of a report: its places, issuer, level, type,
/// number, period and the document it is part of.
[[nodiscard]] std::vector<std::string> filter_terms(const report::Report& report);

}  // namespace commsearch::segment
