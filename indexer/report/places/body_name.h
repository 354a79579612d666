#pragma once

#include <string>
#include <string_view>

#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// Words of a body's name as people write it, when they stand in capitals: "GIÁO DỤC VÀ ĐÀO TẠO" ->
/// "Giáo dục và Đào tạo". Abbreviations stay ("GD&ĐT"). Text that is not in capitals stays as it is.
[[nodiscard]] std::string name_of_office(LineTokens words);

/// The same for the name of a place or person, or of a school behind its kind: every word with a
/// capital, "TIỂU HỌC CẨM MỸ" -> "Tiểu học Cẩm Mỹ".
[[nodiscard]] std::string proper_name(LineTokens words);

}  // namespace commsearch::report
