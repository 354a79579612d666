#include "analyzers/name/period_label.h"

#include <gtest/gtest.h>

#include <string>

namespace commsearch::name {
namespace {

TEST(PeriodLabelTest, AsPeopleSayIt) {
    const struct {
        std::string period, vi, en;
    } rows[] = {
        {"2023", "năm 2023", "year 2023"},
        {"2023-11", "tháng 11/2023", "month 11/2023"},
        {"2023-02", "tháng 2/2023", "month 2/2023"},
        {"2023-Q3", "quý III/2023", "quarter 3 of 2023"},
        {"2023-H1", "6 tháng đầu năm 2023", "first 6 months of 2023"},
        {"2023-H2", "6 tháng cuối năm 2023", "last 6 months of 2023"},
        {"2023-M09", "9 tháng đầu năm 2023", "first 9 months of 2023"},
        {"2023-10/2023-12", "tháng 10-12/2023", "months 10-12/2023"},
        {"2023-12/2024-02", "tháng 12/2023 - 2/2024", "months 12/2023 - 2/2024"},
        {"", "", ""},
        {"2023-Q9", "2023-Q9", "2023-Q9"},
        {"khác", "khác", "khác"},
    };
    for (const auto& [period, vi, en] : rows) {
        EXPECT_EQ(period_label(period).vi, vi) << period;
        EXPECT_EQ(period_label(period).en, en) << period;
    }
}

}  // namespace
}  // namespace commsearch::name
