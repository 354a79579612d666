#pragma once

#include <cstdint>
#include <span>

#include "analyzers/analyzer.h"
#include "searcher/index/index_reader.h"
#include "searcher/match/match.h"
#include "searcher/model/answer.h"
#include "searcher/model/request.h"
#include "searcher/plan/query_plan.h"

namespace commsearch::answer {

/// What the hits of one answer share. All of it must outlive the hits' making. For one thread: the
/// analyzer is used.
struct HitContext {
    const index::IndexReader& index;
    const SearchRequest& request;
    const plan::QueryPlan& plan;  ///< what is marked
    Analyzer& analyzer;
};

/// A report with its best passages, as many as the request wants. `matches`: all of its own, at
/// least one.
[[nodiscard]] ReportHit report_hit(const HitContext& context,
                                   std::span<const match::Match> matches);

/// A whole report with every passage as one excerpt, hits marked.
[[nodiscard]] ReportHit whole_report(const HitContext& context, std::uint32_t report);

}  // namespace commsearch::answer
