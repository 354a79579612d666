#include "indexer/report/fields/periods.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace commsearch::report {
namespace {

TEST(PeriodsTest, ReportedAndPlannedOfATitle) {
    struct Row {
        std::string title;
        std::uint32_t date;
        std::string reported, planned;
    };
    const std::vector<Row> rows = {
        // The year stands only behind the second.
        {"Kết quả nhiệm vụ 9 tháng đầu năm, nhiệm vụ 3 tháng cuối năm 2023", 0, "2023-M09",
         "2023-10/2023-12"},
        {"Kết quả thực hiện nhiệm vụ tháng 11 triển khai nhiệm vụ tháng 12 năm 2023", 0, "2023-11",
         "2023-12"},
        {"Kết quả tháng 12, nhiệm vụ tháng 01 năm 2024", 0, "2023-12", "2024-01"},
        {"Kết quả 6 tháng đầu năm; phương hướng 6 tháng cuối năm 2024", 0, "2024-H1", "2024-H2"},
        {"Tình hình quý I, nhiệm vụ quý II năm 2024", 0, "2024-Q1", "2024-Q2"},
        {"Tình hình 9 tháng đầu năm, nhiệm vụ quý IV năm 2024", 0, "2024-M09", "2024-Q4"},
        {"Kinh tế - xã hội năm 2023; mục tiêu, nhiệm vụ năm 2024", 0, "2023", "2024"},
        {"Kết quả năm 2023 và nhiệm vụ 2024", 0, "2023", "2024"},
        {"Kết quả tháng 8 và 8 tháng đầu năm, nhiệm vụ tháng 9 năm 2023", 0, "2023-08", "2023-09"},
        // The year is nowhere: the date decides.
        {"Kết quả tháng 10, nhiệm vụ tháng 11", 20231031, "2023-10", "2023-11"},
        {"Kết quả tháng 12, nhiệm vụ tháng 01", 20240105, "2023-12", "2024-01"},
        {"Kết quả tháng 10, nhiệm vụ tháng 11", 0, "", ""},
        // One period, or none.
        {"Báo cáo tháng 11/2023", 0, "2023-11", ""},
        {"Báo cáo công tác tháng 12 năm 2023", 0, "2023-12", ""},
        {"Báo cáo năm học 2022-2023", 0, "2022-01/2023-12", ""},
        {"Báo cáo nhiệm kỳ 2020 2025", 0, "2020-01/2025-12", ""},
        {"Kết quả năm 2023 của HĐND khóa XX, nhiệm kỳ 2021-2026", 0, "2023", ""},
        {"Chín tháng đầu năm 2023", 0, "2023-M09", ""},
        {"Báo cáo công tác dân vận", 20230101, "", ""},
        // Plans alone.
        {"Kế hoạch công tác năm 2024", 0, "", "2024"},
        {"Nhiệm vụ trọng tâm tháng 12/2023", 0, "", "2023-12"},
        // Traps: "năm" is also five, "tháng 8" is not "8 tháng".
        {"Gia đình văn hóa 5 năm liền", 20230101, "", ""},
        {"Kết quả tiêm phòng đợt 1/2023", 0, "", ""},
        {"Họp ngày 5 tháng 8 năm 2023", 0, "", ""},
        {"Kết quả 8 tháng năm 2023", 0, "2023-M08", ""},
        {"Quỹ 3 của hội; quy 2", 20230601, "2023-Q2", ""},
    };
    for (const Row& row : rows) {
        const Periods periods = periods_of(row.title, Date::of_number(row.date));
        EXPECT_EQ(periods.reported.text(), row.reported) << row.title;
        EXPECT_EQ(periods.planned.text(), row.planned) << row.title;
    }
}

TEST(PeriodsTest, PeriodsOfPapers) {
    for (const std::string text : {"2023-11", "2023-M09", "2023", "2022-11/2023-02"})
        EXPECT_EQ(paper_period(text).text(), text);
    for (const std::string text : {"", "2023-13", "1929", "2101-Q1", "2100-01/2101-01"})
        EXPECT_EQ(paper_period(text), Period{}) << text;
}

TEST(PeriodsTest, ThePeriodAfterAnother) {
    const Period november = paper_period("2023-11");
    EXPECT_EQ(period_after(november, tokens_of("6. Nhiệm vụ tháng 12")).text(), "2023-12");
    EXPECT_EQ(period_after(paper_period("2023-12"), tokens_of("B. NHIỆM VỤ THÁNG 01")).text(),
              "2024-01");
    EXPECT_EQ(period_after(november, tokens_of("II. KẾT QUẢ THÁNG 10")).text(), "");
    EXPECT_EQ(period_after(november, tokens_of("Kế hoạch năm 2024")).text(), "2024");
    EXPECT_EQ(period_after(november, tokens_of("Nhiệm vụ khác")).text(), "");
}

}  // namespace
}  // namespace commsearch::report
