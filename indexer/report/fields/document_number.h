#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// The number of a paper and what its symbol tells.
struct DocumentNumber {
    std::string text;  ///< "45/BC-UBND", "276-BC/ĐU": no blanks, Đ and '-' only; empty: no digits
    DocumentType type = DocumentType::unknown;
    Issuer issuer = Issuer::unknown;
};

/// The number that a header line states; nothing when it states none: "Số: 45/BC-UBND", "Số
/// 276-BC/ĐU", "Số:     /BC-UBND" (not filled in: text empty). NĐ 30/2020/NĐ-CP Phụ lục I; HD
/// 36-HD/VPTW.
[[nodiscard]] std::optional<DocumentNumber> stated_number(LineTokens line);

/// The number a sentence gives the paper of the kind `type`: "Báo cáo số 09/BC-MTTQ-BTT ngày …".
[[nodiscard]] std::optional<DocumentNumber> cited_number(LineTokens line, DocumentType type);

/// A kind of paper by its name in unaccented words ("bao cao"), and that name as written in a sentence.
[[nodiscard]] DocumentType type_of_name(std::string_view unaccented_name);
/// The kind whose name `key` begins with; unknown when none.
[[nodiscard]] DocumentType type_at_begin(std::string_view key);
[[nodiscard]] std::string_view name_of(DocumentType type);
/// Hiến pháp, bộ luật, luật, pháp lệnh: what the National Assembly passes.
[[nodiscard]] bool is_law(DocumentType type);

}  // namespace commsearch::report
