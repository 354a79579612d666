#include "analyzers/value/date.h"

#include "analyzers/value/digits.h"

namespace commsearch {

Month Month::parse(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return {};
    return {digits_value(text.substr(0, 4)), digits_value(text.substr(5))};
}

std::string Month::text() const {
    if (!is_known()) return {};
    return padded_number(year(), 4) + '-' + padded_number(month_of_year(), 2);
}

Date Date::parse(std::string_view text) {
    if (text.size() != 10 || text[7] != '-') return {};
    const Month month = Month::parse(text.substr(0, 7));
    return {month.year(), month.month_of_year(), digits_value(text.substr(8))};
}

Date Date::parse_partial(std::string_view text) {
    if (text.size() == 4) return of_year(digits_value(text));
    return text.size() == 7 ? of_month(Month::parse(text)) : parse(text);
}

std::string Date::text() const {
    if (!is_known()) return {};
    if (!month().is_known()) return padded_number(year(), 4);
    return month().text() + (is_whole() ? '-' + padded_number(day_of_month(), 2) : std::string());
}

std::string Date::day_first_text() const {
    if (!is_known()) return {};
    std::string text;
    if (is_whole()) text = padded_number(day_of_month(), 2) + '/';
    if (month().is_known()) text += padded_number(month().month_of_year(), 2) + '/';
    return text + padded_number(year(), 4);
}

}  // namespace commsearch
