#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/value/date.h"
#include "indexer/report/fields/document_number.h"
#include "indexer/report/fields/issuers.h"
#include "indexer/report/layout/page_frame.h"
#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// What the block above the body says (NĐ 30/2020/NĐ-CP, HD 36-HD/VPTW; two columns come out of a
/// conversion one below the other, or on one line).
struct Header {
    std::string title;  ///< "Báo cáo …" or the headline of a page; may be empty
    std::string number;
    DocumentType type = DocumentType::unknown;
    std::optional<IssuerMention> issuer;
    std::string place;  ///< of the date line
    Date signing_date;
    std::vector<Line> lines;  ///< what was taken out, in order
};

/// Takes the header block and the title out of `text.lines`. What stands between them and is too
/// long for a header (an opening paragraph above an embedded paper) stays.
[[nodiscard]] Header take_header(FramedText& text);

}  // namespace commsearch::report
