#pragma once

#include <span>

#include "searcher/matches.h"
#include "searcher/result.h"

namespace commsearch {

/// A report with the best `max_passages` of its matches, marked as `built` says.
[[nodiscard]] ReportHit report_hit(const OpenIndex& index, std::span<const Match> matches,
                                   std::size_t max_passages, const BuiltQuery& built,
                                   Analyzer& analyzer);

}  // namespace commsearch
