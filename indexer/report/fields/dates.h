#pragma once

#include <optional>
#include <string_view>

#include "analyzers/value/date.h"
#include "indexer/report/text_scan.h"

namespace commsearch {

/// "2023-10-31" as the date of a paper; unknown for any other text and for years in which none was
/// written (is_paper_year).
[[nodiscard]] Date paper_date(std::string_view text);

/// The line of place and date below the header: "Cẩm Mỹ, ngày 30 tháng 11 năm 2023".
struct PlaceDate {
    std::string_view place;  ///< as written
    Date date;               ///< day 1 when the paper leaves the day blank; unknown when more is
};

/// Reads such a line; blanks or dots for the day and "năm 20 23" are accepted (HD 36-HD/VPTW, and
/// what is really typed). The date must end its column: a sentence about a meeting does not.
[[nodiscard]] std::optional<PlaceDate> place_date(LineTokens line);

/// Posting date of a portal: a line of nothing but a date, a time, a counter and a label of such.
struct PostingDate {
    Date date;
    bool labelled = false;  ///< with a label or a time: not a mere date that is a table's cell
};
[[nodiscard]] std::optional<PostingDate> posting_date(const Line& line);

/// The first date with a year in a line: "ngày 10 tháng 10 năm 2023", "18/11/ 2023"; unknown
/// when there is none.
/// "8/8 thôn", "đợt 1/2023" and "01/2023" are none.
[[nodiscard]] Date first_date(LineTokens tokens);

}  // namespace commsearch
