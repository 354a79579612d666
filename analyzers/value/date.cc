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

std::string Date::text() const {
    if (!is_known()) return {};
    return month().text() + '-' + padded_number(day_of_month(), 2);
}

std::string Date::day_first_text() const {
    if (!is_known()) return {};
    return padded_number(day_of_month(), 2) + '/' + padded_number(month().month_of_year(), 2) +
           '/' + padded_number(year(), 4);
}

}  // namespace commsearch
