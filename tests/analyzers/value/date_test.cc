#include "analyzers/value/date.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace commsearch {
namespace {

TEST(DateTest, TextNumberAndPartsAgree) {
    const Date date = Date::parse("2023-10-31");
    EXPECT_EQ(date, Date(2023, 10, 31));
    EXPECT_EQ(date.number(), 20231031U);
    EXPECT_EQ(Date::of_number(20231031), date);
    EXPECT_EQ(date.month(), Month(2023, 10));
    EXPECT_EQ(date.year(), 2023);
    EXPECT_EQ(date.day_of_month(), 31);
    EXPECT_EQ(date.text(), "2023-10-31");
    EXPECT_EQ(date.day_first_text(), "31/10/2023");
    EXPECT_EQ(Date(7, 1, 2).text(), "0007-01-02");
}

TEST(DateTest, WhatIsNoDayIsUnknown) {
    for (const std::string text :
         {"", "2023-02-29", "2023-13-01", "2023-00-10", "2023-10-00", "0000-01-01", "2023-1-05",
          "2023/10/31", "2023-10-31 ", "31/10/2023", "2023-10", "-023-10-31", "2023-10+31"}) {
        EXPECT_EQ(Date::parse(text), Date{}) << text;
    }
    for (const std::uint32_t number : {0U, 1U, 20230229U, 20231301U, 20231300U, 4294967295U})
        EXPECT_FALSE(Date::of_number(number).is_known()) << number;
    EXPECT_FALSE(Date(2023, 257, 1).is_known());
    EXPECT_FALSE(Date(2023, -1, 1).is_known());
    EXPECT_FALSE(Date(10000, 1, 1).is_known());
    EXPECT_EQ(Date{}.text(), "");
    EXPECT_EQ(Date{}.day_first_text(), "");
    EXPECT_EQ(Date{}.month(), Month{});
    EXPECT_LT(Date{}, Date(1, 1, 1));
}

TEST(DateTest, KnowsTheDaysThatTheCalendarHas) {
    namespace chrono = std::chrono;
    for (const int year : {1, 1900, 2000, 2023, 2024, 9999}) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= 31; ++day) {
                const chrono::year_month_day expected{chrono::year(year),
                                                      chrono::month(static_cast<unsigned>(month)),
                                                      chrono::day(static_cast<unsigned>(day))};
                EXPECT_EQ(Date(year, month, day).is_known(), expected.ok());
            }
        }
    }
}

TEST(DateTest, MayBeOnlyAMonthOrAYear) {
    struct Row {
        Date date;
        std::string text, day_first;
        std::uint32_t number;
        Date first, last;
    };
    const std::vector<Row> rows = {
        {Date(2024, 12, 5), "2024-12-05", "05/12/2024", 20241205, {2024, 12, 5}, {2024, 12, 5}},
        {Date::of_month({2024, 2}), "2024-02", "02/2024", 20240200, {2024, 2, 1}, {2024, 2, 29}},
        {Date::of_year(2025), "2025", "2025", 20250000, {2025, 1, 1}, {2025, 12, 31}},
        {Date(), "", "", 0, {}, {}},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(row.date.text(), row.text);
        EXPECT_EQ(row.date.day_first_text(), row.day_first);
        EXPECT_EQ(row.date.number(), row.number);
        EXPECT_EQ(row.date.first_day(), row.first) << row.text;
        EXPECT_EQ(row.date.last_day(), row.last) << row.text;
        EXPECT_EQ(Date::of_number(row.number), row.date) << row.text;
        EXPECT_EQ(Date::parse_partial(row.text), row.date) << row.text;
        EXPECT_EQ(row.date.is_known(), !row.text.empty());
        EXPECT_EQ(row.date.is_whole(), row.text.size() == 10);
    }
    EXPECT_LT(Date::of_year(2025), Date::of_month({2025, 1}));
    EXPECT_LT(Date::of_month({2025, 1}), Date(2025, 1, 1));
    for (const std::uint32_t number : {20241300U, 100U, 20240230U})
        EXPECT_FALSE(Date::of_number(number).is_known()) << number;
}

TEST(MonthTest, TextNumberAndPartsAgree) {
    const Month month = Month::parse("2023-10");
    EXPECT_EQ(month, Month(2023, 10));
    EXPECT_EQ(month.number(), 202310U);
    EXPECT_EQ(Month::of_number(202310), month);
    EXPECT_EQ(month.year(), 2023);
    EXPECT_EQ(month.month_of_year(), 10);
    EXPECT_EQ(month.quarter(), 4);
    EXPECT_EQ(month.text(), "2023-10");
    EXPECT_EQ(month.first_day(), Date(2023, 10, 1));
    EXPECT_EQ(month.last_day(), Date(2023, 10, 31));
    EXPECT_EQ(Month(2024, 2).last_day(), Date(2024, 2, 29));
}

TEST(MonthTest, WhatIsNoMonthIsUnknown) {
    for (const std::string text : {"", "2023", "2023-13", "2023-00", "2023-1", "2023/10", "23-10"})
        EXPECT_EQ(Month::parse(text), Month{}) << text;
    for (const std::uint32_t number : {0U, 12U, 202300U, 202313U, 4294967295U})
        EXPECT_FALSE(Month::of_number(number).is_known()) << number;
    EXPECT_EQ(Month{}.text(), "");
    EXPECT_EQ(Month{}.quarter(), 0);
    EXPECT_EQ(Month{}.first_day(), Date{});
    EXPECT_EQ(Month{}.last_day(), Date{});
    EXPECT_EQ(Month{}.plus(1), Month{});
}

TEST(MonthTest, CountsOverTheYear) {
    EXPECT_EQ(Month(2023, 12).plus(1), Month(2024, 1));
    EXPECT_EQ(Month(2024, 1).plus(-1), Month(2023, 12));
    EXPECT_EQ(Month(2023, 5).plus(-5), Month(2022, 12));
    EXPECT_EQ(Month(1, 1).plus(-1), Month{});
    EXPECT_EQ(Month(9999, 12).plus(1), Month{});
    for (const int months : {-30, -12, -1, 0, 1, 12, 30})
        EXPECT_EQ(Month(2023, 5).plus(months).months_since(Month(2023, 5)), months);
}

}  // namespace
}  // namespace commsearch
