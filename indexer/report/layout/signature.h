#pragma once

#include <vector>

#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// Signature blocks and lists of recipients, taken out of a document.
struct SignatureBlock {
    std::vector<Line> lines;          ///< what was taken out, in order
    Issuer issuer = Issuer::unknown;  ///< whom "TM." or "T/M" names
};

/// Takes "Nơi nhận: …" with its list, "TM. …", the posts and names below out of `lines`. They name
/// the district and the body, but are no content: false hits for UBND, MTTQ.
[[nodiscard]] SignatureBlock take_signature(std::vector<Line>& lines);

}  // namespace commsearch::report
