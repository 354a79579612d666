#include "analyzers/name/period_label.h"

#include <array>
#include <string>

#include "analyzers/value/period.h"

namespace commsearch::name {
namespace {

/// "9/2023"
std::string month_of_year(Month month) {
    return std::to_string(month.month_of_year()) + '/' + std::to_string(month.year());
}

Message quarter_label(Month last) {
    constexpr std::array<std::string_view, 4> roman = {"I", "II", "III", "IV"};
    const auto quarter = static_cast<std::size_t>(last.quarter());
    const std::string year = std::to_string(last.year());
    return {"quý " + std::string(roman.at(quarter - 1)) + '/' + year,
            "quarter " + std::to_string(quarter) + " of " + year};
}

Message first_months_label(Month last) {
    const std::string count = std::to_string(last.month_of_year());
    const std::string year = std::to_string(last.year());
    return {count + " tháng đầu năm " + year, "first " + count + " months of " + year};
}

Message span_label(Month first, Month last) {
    const std::string begin = first.year() == last.year()
                                  ? std::to_string(first.month_of_year()) + '-'
                                  : month_of_year(first) + " - ";
    const std::string months = begin + month_of_year(last);
    return {"tháng " + months, "months " + months};
}

}  // namespace

Message period_label(std::string_view text) {
    const Period period = Period::parse(text);
    if (!period.is_known()) return {std::string(text), std::string(text)};
    const std::string year = std::to_string(period.last.year());
    switch (period.form) {
        case Period::Form::year:
            return {"năm " + year, "year " + year};
        case Period::Form::month: {
            const std::string month = month_of_year(period.first);
            return {"tháng " + month, "month " + month};
        }
        case Period::Form::quarter:
            return quarter_label(period.last);
        case Period::Form::half:
            if (period.first.month_of_year() == 1) return first_months_label(period.last);
            return {"6 tháng cuối năm " + year, "last 6 months of " + year};
        case Period::Form::first_months:
            return first_months_label(period.last);
        case Period::Form::span:
            break;
    }
    return span_label(period.first, period.last);
}

}  // namespace commsearch::name
