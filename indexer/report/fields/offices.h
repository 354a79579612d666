#pragma once

#include <string>
#include <string_view>

namespace commsearch::report {

/// Whether `text` has no small letter.
[[nodiscard]] bool is_capital_text(std::string_view text);

/// Whether `text` begins with an office that signs papers: "Chủ tịch", "TRƯỞNG PHÒNG NỘI VỤ".
[[nodiscard]] bool begins_with_office(std::string_view text);

/// Whether `text` is an office and nothing else; in capitals a body may stand behind it.
[[nodiscard]] bool is_office(std::string_view text);

/// The office as a sentence would have it: "PHÓ CHỦ TỊCH" -> "Phó Chủ tịch", "Q. CHỦ TỊCH" ->
/// "Quyền Chủ tịch"; as written where a body stands behind it.
[[nodiscard]] std::string office_text(std::string_view text);

}  // namespace commsearch::report
