#pragma once

#include <span>
#include <string_view>

#include "analyzers/analyzer.h"
#include "searcher/index/open_index.h"
#include "searcher/match/match.h"
#include "searcher/model/result.h"
#include "searcher/plan/query_plan.h"

namespace commsearch {

/// What the hits of one answer have in common. All of it must live longer.
struct HitContext {
    const OpenIndex& index;
    const SearchRequest& request;
    const BuiltQuery& built;  ///< what is marked
    Analyzer& analyzer;
};

/// A report with the best of its matches, as many as the request wants.
[[nodiscard]] ReportHit report_hit(const HitContext& context, std::span<const Match> matches);

/// A whole report with every passage as one excerpt, hits marked.
[[nodiscard]] ReportHit whole_report(const HitContext& context, Xapian::docid report);

/// Document of the report with that id; 0 when there is none.
[[nodiscard]] Xapian::docid find_report(const OpenIndex& index, std::string_view id);

}  // namespace commsearch
