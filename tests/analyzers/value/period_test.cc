#include "analyzers/value/period.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace commsearch {
namespace {

using Form = Period::Form;

TEST(PeriodTest, TextAndMonthsAgree) {
    struct Row {
        std::string text;
        std::uint32_t first, last;
        Form form;
    };
    const std::vector<Row> rows = {
        {"2023-11", 202311, 202311, Form::month},
        {"2023-Q3", 202307, 202309, Form::quarter},
        {"2023-H1", 202301, 202306, Form::half},
        {"2023-H2", 202307, 202312, Form::half},
        {"2023-M01", 202301, 202301, Form::first_months},
        {"2023-M09", 202301, 202309, Form::first_months},
        {"2023", 202301, 202312, Form::year},
        {"2023-10/2023-12", 202310, 202312, Form::span},
        {"2022-11/2023-02", 202211, 202302, Form::span},
    };
    for (const Row& row : rows) {
        const Period period = Period::parse(row.text);
        EXPECT_EQ(period.first.number(), row.first) << row.text;
        EXPECT_EQ(period.last.number(), row.last) << row.text;
        EXPECT_EQ(period.form, row.form) << row.text;
        EXPECT_EQ(period.text(), row.text);
    }
    EXPECT_EQ(Period::parse("2023-M06"), Period::parse("2023-H1"));
    EXPECT_EQ(Period::parse("2023-M12"), Period::parse("2023"));
}

TEST(PeriodTest, WhatIsNoPeriodIsUnknown) {
    for (const std::string text :
         {"",          "2023-13",  "2023-Q5",    "2023-Q0",  "2023-Q03",        "2023-H3",
          "23-01",     "2023-M13", "2023-M9",    "2023-M00", "2023-12/2023-10", "2023-Q1/2023-Q2",
          "2023/2024", "tháng 11", "2023-11-30", "2023-",    "2023-Q",          "2023-X1",
          "0000",      "202"}) {
        EXPECT_EQ(Period::parse(text), Period{}) << text;
    }
    EXPECT_EQ(Period{}.text(), "");
    EXPECT_EQ(Period::of_quarter(2023, 0), Period{});
    EXPECT_EQ(Period::of_quarter(2147483647, 1), Period{});
    EXPECT_EQ(Period::of_first_months(2023, -1), Period{});
    EXPECT_EQ(Period::of_month({}), Period{});
    EXPECT_EQ(Period::of_span({}, Month(2023, 1)), Period{});
}

TEST(PeriodTest, MonthsHaveAShortestName) {
    const std::vector<std::string> texts = {
        "2023",    "2023-01",  "2023-12",  "2023-Q1",         "2023-Q4",        "2023-H1",
        "2023-H2", "2023-M02", "2023-M11", "2023-02/2023-04", "2022-12/2023-01"};
    for (const std::string& text : texts) {
        const Period period = Period::parse(text);
        EXPECT_EQ(Period::of_months(period.first, period.last).text(), text);
    }
    EXPECT_EQ(Period::of_months(Month(2023, 10), Month(2023, 12)).text(), "2023-Q4");
    EXPECT_EQ(Period::of_months(Month(2023, 12), Month(2023, 10)), Period{});
    EXPECT_EQ(Period::of_months({}, {}), Period{});
    EXPECT_TRUE(Period::parse("2023-10/2023-12").same_months(Period::parse("2023-Q4")));
    EXPECT_NE(Period::parse("2023-10/2023-12"), Period::parse("2023-Q4"));
}

}  // namespace
}  // namespace commsearch
