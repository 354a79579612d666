#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/value/date.h"
#include "indexer/report/layout/left_out.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// A document without what its portal or its pages put around it.
struct FramedText {
    static constexpr std::size_t no_headline = static_cast<std::size_t>(-1);
    std::vector<Line> lines;
    std::vector<Line> banner;            ///< what stood above the headline: place names, menus
    std::size_t headline = no_headline;  ///< the line a posting date stands next to
    Date posting_date;
    std::vector<LeftOut> left_out;  ///< what was dropped
};

/// Takes out running headers that count pages and tables of contents; drops visit counters, polls and menus before the headline, posting dates, page numbers, link
/// lines at the end, and every second copy: a block of three or more equal paragraphs, or an
/// opening paragraph (sapo) that is said again at once. First copies stay.
/// `stated_title` is the title of the page, if its source has one: it names the headline, too.
[[nodiscard]] FramedText without_frame(std::vector<Line> lines, std::string_view stated_title = {});

}  // namespace commsearch::report
