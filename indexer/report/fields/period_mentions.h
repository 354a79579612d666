#pragma once

#include <cstdint>
#include <vector>

#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// Whether a number can be the year of a paper.
[[nodiscard]] constexpr bool is_paper_year(std::int32_t value) {
    return value >= 1930 && value <= 2100;
}

/// A span of time as a title names it; the year may be left out there.
struct PeriodMention {
    enum class Form : std::uint8_t {
        month,
        months,
        quarter,
        first_months,
        last_months,
        year,
        years
    };
    /// What stands before it.
    enum class Of : std::uint8_t {
        itself,     ///< nothing that takes it away
        term,       ///< "nhiệm kỳ", "khóa": the years of a body
        programme,  ///< "Chương trình … giai đoạn": a part of that name
        school,     ///< "năm học 2023 - 2024": from September to May
        law,  ///< "Luật … năm", "Nghị quyết số … năm": the year of what is cited
        event,  ///< "trẻ sinh từ tháng", "khởi công tháng", "… hằng năm": when something else was
    };
    Form form = Form::year;
    std::int32_t count = 0;  ///< the month, the first of `months`, the quarter, or how many months
    std::int32_t year = 0;   ///< 0 when it is left out
    std::int32_t last_year = 0;  ///< of `years` and `months`; 0 when it is left out
    Of of = Of::itself;
    std::int32_t until = 0;  ///< the last of `months`

    [[nodiscard]] std::int32_t first_month() const;  ///< 1-12
    [[nodiscard]] std::int32_t last_month() const;   ///< 1-12
    bool operator==(const PeriodMention&) const = default;
};

/// What `text` names, in order: "tháng 11/2023", "tháng 1 đến tháng 6",
/// "quý III", "9 tháng đầu năm", "3 tháng cuối năm",
/// "năm 2023", "nhiệm kỳ 2021-2026". Not: "5 năm liền", "đợt 1/2023", "ngày 5 tháng 8".
[[nodiscard]] std::vector<PeriodMention> period_mentions(LineTokens text);

}  // namespace commsearch::report
