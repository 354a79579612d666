#pragma once

#include <vector>

#include "indexer/report/report.h"
#include "indexer/report/sections/taxonomy.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// What is known of a paper when its headings are read: it decides what is result and what plan.
struct OutlineContext {
    DocumentType type = DocumentType::unknown;
    Period reported;
    Period planned;
};

/// The body's lines -> sections in reading order, each with its heading path, topic, PlanOrResult
/// and
/// passages. No line is lost: a heading with nothing below it becomes a passage itself.
[[nodiscard]] std::vector<Section> outline(const std::vector<Line>& lines,
                                           const OutlineContext& context, const Taxonomy& taxonomy);

}  // namespace commsearch::report
