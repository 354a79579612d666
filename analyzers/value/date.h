#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace commsearch {

// Values that reports, indexes, queries and answers share. They stand in a room of their own below
// everything else, because the readers of files and the analysis of texts need them as much as the
// index format and the searcher do. Each value has an unknown state, which is its default and
// prints as nothing; numbers and texts as they are stored become values at the border, and back.

class Date;

/// A month of a year from 1 to 9999, or unknown. A plain value: any thread may use it.
class Month {
public:
    constexpr Month() = default;
    /// Unknown when `month_of_year` is not 1-12 or the year is out of range.
    constexpr Month(int year, int month_of_year) {
        const bool is_valid =
            year >= 1 && year <= 9999 && month_of_year >= 1 && month_of_year <= months_a_year;
        if (is_valid) number_ = static_cast<std::uint32_t>(year * 100 + month_of_year);
    }
    /// Of a number YYYYMM as it is stored; unknown when that is no month.
    [[nodiscard]] static constexpr Month of_number(std::uint32_t yyyymm) {
        return {static_cast<int>(yyyymm / 100), static_cast<int>(yyyymm % 100)};
    }
    /// "2023-10"; unknown for any other text.
    [[nodiscard]] static Month parse(std::string_view text);

    [[nodiscard]] constexpr bool is_known() const { return number_ != 0; }
    /// YYYYMM, 0 when unknown: as it is stored.
    [[nodiscard]] constexpr std::uint32_t number() const { return number_; }
    [[nodiscard]] constexpr int year() const { return static_cast<int>(number_ / 100); }
    /// 1-12, 0 when unknown.
    [[nodiscard]] constexpr int month_of_year() const { return static_cast<int>(number_ % 100); }
    /// 1-4, 0 when unknown.
    [[nodiscard]] constexpr int quarter() const { return (month_of_year() + 2) / 3; }
    /// So many months later, or earlier when negative.
    [[nodiscard]] constexpr Month plus(int months) const {
        if (!is_known()) return {};
        const int index = year() * months_a_year + month_of_year() - 1 + months;
        return index < 0 ? Month() : Month(index / months_a_year, index % months_a_year + 1);
    }
    /// Months from `earlier` to this one; both have to be known.
    [[nodiscard]] constexpr int months_since(Month earlier) const {
        return (year() - earlier.year()) * months_a_year + month_of_year() -
               earlier.month_of_year();
    }
    [[nodiscard]] constexpr Date first_day() const;
    [[nodiscard]] constexpr Date last_day() const;
    /// "2023-10"
    [[nodiscard]] std::string text() const;

    /// Unknown comes before every month.
    constexpr auto operator<=>(const Month&) const = default;

    static constexpr int months_a_year = 12;
    static constexpr int months_a_quarter = 3;

private:
    std::uint32_t number_ = 0;
};

/// A day of the calendar in a year from 1 to 9999; or only its month or its year, where a paper
/// leaves the rest blank; or unknown. A plain value: any thread may use it.
class Date {
public:
    constexpr Date() = default;
    /// Unknown when the calendar has no such day.
    constexpr Date(int year, int month_of_year, int day) {
        const Month month(year, month_of_year);
        const bool is_valid = month.is_known() && day >= 1 && day <= days_of(month);
        if (is_valid) number_ = month.number() * 100 + static_cast<std::uint32_t>(day);
    }
    /// Of that month, the day not known; unknown for an unknown month.
    [[nodiscard]] static constexpr Date of_month(Month month) {
        Date date;
        date.number_ = month.number() * 100;
        return date;
    }
    /// Of that year, month and day not known; unknown for a year out of range.
    [[nodiscard]] static constexpr Date of_year(int year) {
        Date date;
        if (Month(year, 1).is_known()) date.number_ = static_cast<std::uint32_t>(year) * 10'000;
        return date;
    }
    /// Of a number YYYYMMDD as it is stored, with zeros for what is not known; unknown when the
    /// calendar has no such day.
    [[nodiscard]] static constexpr Date of_number(std::uint32_t yyyymmdd) {
        const int year = static_cast<int>(yyyymmdd / 10'000);
        const int month_of_year = static_cast<int>(yyyymmdd / 100 % 100);
        const int day = static_cast<int>(yyyymmdd % 100);
        if (day > 0) return {year, month_of_year, day};
        return month_of_year > 0 ? of_month({year, month_of_year}) : of_year(year);
    }
    /// "2023-10-31"; unknown for any other text.
    [[nodiscard]] static Date parse(std::string_view text);
    /// "2023-10-31", "2023-10" or "2023"; unknown for any other text.
    [[nodiscard]] static Date parse_partial(std::string_view text);

    /// Whether its year at least is known.
    [[nodiscard]] constexpr bool is_known() const { return number_ != 0; }
    /// Whether its day is known.
    [[nodiscard]] constexpr bool is_whole() const { return day_of_month() != 0; }
    /// YYYYMMDD with zeros for what is not known, 0 when nothing is: as it is stored.
    [[nodiscard]] constexpr std::uint32_t number() const { return number_; }
    /// Unknown when only the year is known.
    [[nodiscard]] constexpr Month month() const { return Month::of_number(number_ / 100); }
    [[nodiscard]] constexpr int year() const { return static_cast<int>(number_ / 10'000); }
    /// 1-31, 0 when unknown.
    [[nodiscard]] constexpr int day_of_month() const { return static_cast<int>(number_ % 100); }
    /// The first and the last day it can be.
    [[nodiscard]] constexpr Date first_day() const;
    [[nodiscard]] constexpr Date last_day() const;
    /// "2023-10-31", "2023-10", "2023"
    [[nodiscard]] std::string text() const;
    /// "31/10/2023", "10/2023", "2023", as people in Vietnam write it.
    [[nodiscard]] std::string day_first_text() const;

    /// Unknown comes before every day; a month comes before its days, a year before its months.
    constexpr auto operator<=>(const Date&) const = default;

private:
    [[nodiscard]] static constexpr int days_of(Month month) {
        const int year = month.year();
        const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        const int in_year = month.month_of_year();
        if (in_year == 2) return is_leap ? 29 : 28;
        return in_year == 4 || in_year == 6 || in_year == 9 || in_year == 11 ? 30 : 31;
    }
    friend class Month;

    std::uint32_t number_ = 0;
};

constexpr Date Month::first_day() const { return {year(), month_of_year(), 1}; }

constexpr Date Month::last_day() const {
    return is_known() ? Date(year(), month_of_year(), Date::days_of(*this)) : Date();
}

constexpr Date Date::first_day() const {
    if (is_whole()) return *this;
    return month().is_known() ? month().first_day() : Date(year(), 1, 1);
}

constexpr Date Date::last_day() const {
    if (is_whole()) return *this;
    return month().is_known() ? month().last_day() : Date(year(), Month::months_a_year, 31);
}

}  // namespace commsearch
