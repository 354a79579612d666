#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// Whether a line holds the nation's or the Party's name and motto, which stand on the right of a
/// letterhead ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), or is one half of them where a narrow column
/// breaks the line. `key` is its words_key().
[[nodiscard]] bool is_national_line(std::string_view key);

/// The columns of a header line: parted by a tab or by three blanks and more, and before the
/// nation's name and motto, which conversions set behind the body on the same line.
[[nodiscard]] std::vector<std::string_view> columns_of(const Line& line);

/// The bodies of a letterhead as written, the highest first, each on one line: "UBND TỈNH LÂM ĐỒNG",
/// "SỞ NỘI VỤ". The last one issues the paper. `lines` are those above the kind of paper or the
/// addressees; numbers, dates, mottos and subjects among them are left out, and a name that is
/// broken over lines is joined.
[[nodiscard]] std::vector<std::string> bodies_of(std::span<const Line> lines);

}  // namespace commsearch::report
