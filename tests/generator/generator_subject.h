#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/generator/generator_communes.h"
#include "tests/generator/generator_figures.h"
#include "tests/generator/generator_templates.h"

namespace commsearch {

struct YearMonth {
    int year = 0;
    int month = 0;  ///< 1-12
    [[nodiscard]] YearMonth next() const {
        return month == 12 ? YearMonth{year + 1, 1} : YearMonth{year, month + 1};
    }
    [[nodiscard]] int days() const;
};

enum class PeriodKind : std::uint8_t { month, quarter, half_year, nine_months, year };

/// The time a report tells of; it ends with `last`.
struct ReportPeriod {
    PeriodKind kind = PeriodKind::month;
    YearMonth last;
    [[nodiscard]] int months() const;
    /// As Period::text of indexer/report/report.h: "2023-11", "2023-Q1", "2023-H1", "2023-M09",
    /// "2023".
    [[nodiscard]] std::string text() const;
};

/// Which body writes: index into office_slugs.
inline constexpr std::array<std::string_view, 4> office_slugs{"dang-uy", "ubnd", "hdnd", "mttq"};

/// What one report is about: all that slots ask for.
struct ReportSubject {
    const GeneratedCommune* commune = nullptr;
    const CommuneFigures* figures = nullptr;
    const std::vector<std::string>* villages = nullptr;  ///< with kind: "thôn Đông"
    std::string village_kind;
    std::size_t office = 0;
    ReportPeriod period;
    int sign_day = 1;
    int number = 1;
    std::array<std::string, fixed_words> words;  ///< by ReportWord

    [[nodiscard]] const std::string& word(ReportWord name) const {
        return words[static_cast<std::size_t>(name)];
    }
};

/// The period that the month's report of an office tells of: quarters in March, half years in June,
/// nine months or the third quarter in September, years in December.
[[nodiscard]] ReportPeriod period_of(YearMonth month, Random& random);

/// Fills `words` from the other members; names follow the tone style of the office.
void fill_words(ReportSubject& subject);

/// "Đảng ủy xã Cao Ngọc", as the gazetteer spells the name.
[[nodiscard]] std::string issuer_name(std::size_t office, std::string_view commune);

}  // namespace commsearch
