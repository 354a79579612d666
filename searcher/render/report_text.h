#pragma once

#include <cstddef>

#include "searcher/model/answer.h"
#include "searcher/render/text_page.h"

namespace commsearch::render {

/// Adds a report: its title, where and when it is from, its passages with what was found in them,
/// and how many more there are. `rank` is 1-based.
void add_report(TextPage& page, const ReportHit& report, std::size_t rank);

}  // namespace commsearch::render
