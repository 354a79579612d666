#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// What of a document is left out of its passages on purpose.
enum class LeftOutPart : std::uint8_t {
    header,       ///< issuer, number, date, title
    signature,    ///< offices, names, recipients
    stamp,        ///< of an electronic signature
    page_number,  ///< between lines of text
    running,      ///< header of every page, with its number
    contents,     ///< a table of contents
    portal,       ///< menus, counters, links, posting dates of a web page
    copy,         ///< what is said a second time
    table_head,   ///< kept as the columns of the rows below
};

/// Lines left out, in order.
struct LeftOut {
    LeftOutPart part = LeftOutPart::header;
    std::vector<Line> lines;
};

/// "header", "page-number".
[[nodiscard]] std::string_view slug(LeftOutPart part);

}  // namespace commsearch::report
