#include "indexer/review/coverage/coverage_periods.h"

#include <array>

namespace commsearch::review {
namespace {

/// By Rhythm.
constexpr std::array<std::string_view, 5> rhythm_names = {"month", "quarter", "half", "nine-months",
                                                          "year"};

/// Unknown when no such period ends with that month.
Period period_ending_with(Rhythm rhythm, Month last) {
    const int month = last.month_of_year();
    const int year = last.year();
    switch (rhythm) {
        case Rhythm::month:
            return Period::of_month(last);
        case Rhythm::quarter:
            return month % 3 == 0 ? Period::of_quarter(year, month / 3) : Period();
        case Rhythm::half:
            return month % 6 == 0 ? Period::of_half(year, month / 6) : Period();
        case Rhythm::nine_months:
            return month == 9 ? Period::of_first_months(year, 9) : Period();
        case Rhythm::year:
            return month == 12 ? Period::of_year(year) : Period();
    }
    return {};
}

}  // namespace

std::optional<Rhythm> parse_rhythm(std::string_view text) {
    for (std::size_t i = 0; i < rhythm_names.size(); ++i) {
        if (rhythm_names[i] == text) return static_cast<Rhythm>(i);
    }
    return {};
}

std::string_view rhythm_name(Rhythm rhythm) {
    return rhythm_names[static_cast<std::size_t>(rhythm)];
}

std::vector<Period> periods_ending_within(Rhythm rhythm, Month first, Month last) {
    std::vector<Period> periods;
    for (Month month = first; month.is_known() && month <= last; month = month.plus(1)) {
        const Period period = period_ending_with(rhythm, month);
        if (period.is_known()) periods.push_back(period);
    }
    return periods;
}

}  // namespace commsearch::review
