#pragma once

#include <optional>
#include <string_view>

#include "analyzers/value/date.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// "2023-10-31", "2023-10" or "2023" as the date of a paper; unknown for any other text and for years
/// in which none was written (is_paper_year).
[[nodiscard]] Date paper_date(std::string_view text);

/// The line of place and date below the header: "Cẩm Mỹ, ngày 30 tháng 11 năm 2023".
struct PlaceDate {
    std::string_view place;  ///< as written
    Date date;               ///< a month or year where the paper leaves the rest blank
};

/// Reads such a line; blanks or dots for the day and "năm 20 23" are accepted (HD 36-HD/VPTW, and
/// what is really typed). The date must end its column: a sentence about a meeting does not.
[[nodiscard]] std::optional<PlaceDate> place_date(LineTokens line);

/// The date line of a paper that has it below its text: "Cẩm Mỹ, ngày 12 tháng 3 năm 2024" and
/// nothing else, a comma behind the place, whose words all begin with capitals. Nothing for any other
/// line: "Hoàn thành trước ngày 31/12/2030", "Sinh ngày 12/3/1958" and "tại Hà Nội, ngày …" are none.
[[nodiscard]] std::optional<PlaceDate> closing_date(const Line& line);

/// The date of a column of a header that holds nothing else, perhaps a place: "Cẩm Mỹ, 2023-10-20",
/// "Ngày 20 tháng 10 năm 2023", "Cẩm Mỹ, tháng 10 năm 2023", "ngày …/…/2023". Nothing for any other.
[[nodiscard]] std::optional<PlaceDate> bare_date(LineTokens column);

/// When a web page was posted, as a line of it says that holds nothing but the date, perhaps with a
/// time, a counter of readers and labels ("Đăng lúc: 12/05/2023 20:10").
struct PostingDate {
    Date date;
    bool labelled = false;  ///< has a label or a time: else it may be the cell of a table
};
/// Nothing when the line is no such line.
[[nodiscard]] std::optional<PostingDate> posting_date(const Line& line);

/// The first date with a year in a line: "ngày 10 tháng 10 năm 2023", "18/11/ 2023".
/// Unknown when there is none: "8/8 thôn", "đợt 1/2023" and "01/2023" are no dates.
[[nodiscard]] Date first_date(LineTokens tokens);

}  // namespace commsearch::report
