#include "analyzers/value/period.h"

#include "analyzers/value/digits.h"

namespace commsearch {
namespace {

constexpr int months_a_half = 6;

/// Months `first` to `last` of one year; unknown when there are none such.
Period within_year(int year, int first, int last, Period::Form form) {
    const Period period{Month(year, first), Month(year, last), form};
    const bool is_valid = period.first.is_known() && period.last >= period.first;
    return is_valid ? period : Period{};
}

/// "Q3", "H1", "M09" of a year.
Period parse_part(int year, std::string_view part) {
    const int number = digits_value(part.substr(1));
    if (part.front() == 'M')
        return part.size() == 3 ? Period::of_first_months(year, number) : Period{};
    if (part.size() != 2) return {};
    if (part.front() == 'Q') return Period::of_quarter(year, number);
    if (part.front() == 'H') return Period::of_half(year, number);
    return {};
}

}  // namespace

Period Period::of_span(Month first, Month last) {
    if (!first.is_known() || last < first) return {};
    return {first, last, Form::span};
}

Period Period::of_month(Month month) {
    return month.is_known() ? Period{month, month, Form::month} : Period{};
}

Period Period::of_quarter(int year, int quarter) {
    if (quarter < 1 || quarter > 4) return {};
    const int last = quarter * Month::months_a_quarter;
    return within_year(year, last - Month::months_a_quarter + 1, last, Form::quarter);
}

Period Period::of_half(int year, int half) {
    if (half < 1 || half > 2) return {};
    const int last = half * months_a_half;
    return within_year(year, last - months_a_half + 1, last, Form::half);
}

Period Period::of_first_months(int year, int months) {
    if (months == months_a_half) return of_half(year, 1);
    if (months == Month::months_a_year) return of_year(year);
    return within_year(year, 1, months, Form::first_months);
}

Period Period::of_year(int year) { return within_year(year, 1, Month::months_a_year, Form::year); }

Period Period::of_months(Month first, Month last) {
    if (first == last) return of_month(first);
    const int year = first.year();
    for (const Period& named : {of_year(year), of_quarter(year, first.quarter()), of_half(year, 1),
                                of_half(year, 2), of_first_months(year, last.month_of_year())}) {
        if (named.first == first && named.last == last) return named;
    }
    return of_span(first, last);
}

Period Period::parse(std::string_view text) {
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos)
        return of_span(Month::parse(text.substr(0, slash)), Month::parse(text.substr(slash + 1)));
    if (const Month month = Month::parse(text); month.is_known()) return of_month(month);
    const int year = text.size() < 4 ? -1 : digits_value(text.substr(0, 4));
    if (text.size() == 4) return of_year(year);
    return text.size() > 5 && text[4] == '-' ? parse_part(year, text.substr(5)) : Period{};
}

std::string Period::text() const {
    if (!is_known()) return {};
    std::string year = padded_number(first.year(), 4);
    switch (form) {
        case Form::month:
            return first.text();
        case Form::quarter:
            return year + "-Q" + std::to_string(last.quarter());
        case Form::half:
            return year + (last.month_of_year() == months_a_half ? "-H1" : "-H2");
        case Form::first_months:
            return year + "-M" + padded_number(last.month_of_year(), 2);
        case Form::year:
            return year;
        case Form::span:
            break;
    }
    return first.text() + '/' + last.text();
}

}  // namespace commsearch
