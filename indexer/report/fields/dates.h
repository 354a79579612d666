#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace commsearch {

/// YYYYMMDD; 0 when the calendar has no such day or the year is not within 1930-2100.
[[nodiscard]] std::int32_t date_number(std::int32_t year, std::int32_t month, std::int32_t day);

/// "YYYY-MM-DD" -> YYYYMMDD; 0 when it is not that.
[[nodiscard]] std::int32_t date_of_iso(std::string_view text);

/// The line of place and date below the header: "Cẩm Mỹ, ngày 30 tháng 11 năm 2023".
struct PlaceDate {
    std::string_view place;  ///< as written
    std::int32_t date = 0;  ///< YYYYMMDD; day 1 when the paper leaves the day blank; 0 when more is
};

/// Reads such a line; blanks or dots for the day and "năm 20 23" are accepted (HD 36-HD/VPTW, and
/// what is really typed). The date must end its column: a sentence about a meeting does not.
[[nodiscard]] std::optional<PlaceDate> place_date(std::string_view line);

/// Posting date of a portal: a line of nothing but a date, a time, a counter and a label of such.
struct PostingDate {
    std::int32_t date = 0;  ///< YYYYMMDD
    bool labelled = false;  ///< with a label or a time: not a mere date that is a table's cell
};
[[nodiscard]] std::optional<PostingDate> posting_date(std::string_view line);

/// The first date with a year in a line: "ngày 10 tháng 10 năm 2023", "18/11/ 2023"; 0 when none.
/// "8/8 thôn", "đợt 1/2023" and "01/2023" are none.
[[nodiscard]] std::int32_t first_date(std::string_view line);

}  // namespace commsearch
