#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/value/date.h"
#include "indexer/report/fields/document_number.h"
#include "indexer/report/layout/page_frame.h"
#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// What the block above the body says (NĐ 30/2020/NĐ-CP, HD 36-HD/VPTW; two columns come out of a
/// conversion one below the other, or on one line).
struct Header {
    std::string title;  ///< "Báo cáo …", the subject of a letter, or the headline of a page
    std::string paper_title;  ///< the first two of these
    std::string headline;     ///< the last
    std::string number;
    bool has_number_line = false;  ///< a number is stated or left blank: no other one is its number
    DocumentType type = DocumentType::unknown;
    std::vector<std::string> bodies;         ///< as bodies_of() gives them
    Issuer number_issuer = Issuer::unknown;  ///< whom the symbol of the number names
    std::string place;                       ///< of the date line
    Date signing_date;
    bool has_date_line = false;  ///< there is a date line, though its date may be blank
    std::vector<Line> lines;     ///< what was taken out, in order
};

/// Takes the header block and the title out of `text.lines`. What stands between them and is too
/// long for a header (an opening paragraph above an embedded paper) stays.
[[nodiscard]] Header take_header(FramedText& text);

}  // namespace commsearch::report
