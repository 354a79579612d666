#pragma once

#include <span>
#include <string>
#include <vector>

#include "indexer/report/fields/signature_cells.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// The items of "Nơi nhận" among the cells of a signature block, without bullets and the marks at
/// their ends: "Như trên", "UBND huyện (b/c)", "Lưu: VT".
[[nodiscard]] std::vector<std::string> recipients_of(
    const std::vector<std::vector<SignatureCell>>& lines);

/// Whom the first "Kính gửi" of `lines` names: on its own line, parted by ';', or as a list below.
[[nodiscard]] std::vector<std::string> addressees_of(std::span<const Line> lines);

}  // namespace commsearch::report
