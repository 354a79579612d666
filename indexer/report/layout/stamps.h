#pragma once

#include <vector>

#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// What electronic signatures print on a page.
struct StampBlock {
    std::vector<Line> lines;      ///< what was taken out, in order
    std::vector<Signer> signers;  ///< persons whom "Người ký" or "Ký bởi" names
};

/// Takes the stamps of electronic signatures out of `lines`: "Người ký: …", "Email: …", "Cơ quan:
/// …", "Thời gian ký: …", or an office with its mail address and a time. One such line alone is
/// text.
[[nodiscard]] StampBlock take_stamps(std::vector<Line>& lines);

}  // namespace commsearch::report
