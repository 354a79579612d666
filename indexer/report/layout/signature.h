#pragma once

#include <string>
#include <vector>

#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// Signature blocks and lists of recipients, taken out of a document.
struct SignatureBlock {
    std::vector<Line> lines;          ///< what was taken out, in order
    Issuer issuer = Issuer::unknown;  ///< whom "TM." or "T/M" names
    std::vector<Signer> signers;
    std::vector<std::string> recipients;  ///< of "Nơi nhận"
};

/// Takes "Nơi nhận: …" with its list, "TM. …", the offices and names below out of `lines`. They
/// name the district and the body, but are no content: false hits for UBND, MTTQ. A block ends at
/// the first line that is none of these.
[[nodiscard]] SignatureBlock take_signature(std::vector<Line>& lines);

}  // namespace commsearch::report
