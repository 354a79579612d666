#pragma once

#include "searcher/model/answer.h"

namespace commsearch::render {

/// A report as found: one passage with a heading path and a marked excerpt, two more of it not
/// shown.
[[nodiscard]] ReportHit cao_ngoc_report();

/// An answer of that report with two facets and a notice.
[[nodiscard]] SearchResult cao_ngoc_result();

}  // namespace commsearch::render
