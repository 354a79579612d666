#pragma once

#include <vector>

#include "indexer/report/fields/signature_cells.h"
#include "indexer/report/report.h"

namespace commsearch::report {

/// Who signed, from the cells of a block line by line. Columns are told apart: names stand below
/// their offices. An office without a name is a signer without a name.
[[nodiscard]] std::vector<Signer> signers_of(const std::vector<std::vector<SignatureCell>>& lines);

}  // namespace commsearch::report
