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
        // From month to month.
        {"Kết quả từ tháng 01 đến tháng 5 năm 2023", 0, "2023-01/2023-05", ""},
        {"Kết quả từ tháng 11/2022 đến hết tháng 02/2023", 0, "2022-11/2023-02", ""},
        {"Kết quả từ tháng 11 đến tháng 02 năm 2023", 0, "2022-11/2023-02", ""},
        {"Kết quả tháng 10 - tháng 11, nhiệm vụ tháng 12", 20241201, "2024-10/2024-11", "2024-12"},
        // One period, or none.
        {"Báo cáo tháng 11/2023", 0, "2023-11", ""},
        {"Báo cáo công tác tháng 12 năm 2023", 0, "2023-12", ""},
        {"Báo cáo năm học 2022-2023", 0, "2022-09/2023-05", ""},
        {"Báo cáo nhiệm kỳ 2020 2025", 0, "2020-01/2025-12", ""},
        {"Kết quả năm 2023 của HĐND khóa XX, nhiệm kỳ 2021-2026", 0, "2023", ""},
        {"Chín tháng đầu năm 2023", 0, "2023-M09", ""},
        {"Báo cáo công tác dân vận", 20230101, "", ""},
        // Plans alone.
        {"Kế hoạch công tác năm 2024", 0, "", "2024"},
        {"Nhiệm vụ trọng tâm tháng 12/2023", 0, "", "2023-12"},
        // When something else was.
        {"Kết quả tiêm cho trẻ sinh từ tháng 01/2018 đến tháng 12/2020", 20231102, "", ""},
        {"Tuyển chọn công dân sinh năm 2006", 20231102, "", ""},
        {"Tiến độ công trình khởi công tháng 3/2022", 20231102, "", ""},
        {"Kết quả công trình khởi công mới năm 2024", 20241102, "2024", ""},
        {"Rà soát theo chuẩn nghèo giai đoạn 2022 - 2025", 20231102, "", ""},
        {"Kết quả thu, nộp quỹ 20 tháng 10 hằng năm", 20231102, "", ""},
        {"Kết quả tuần 11, nhiệm vụ tuần 12 năm 2024", 20240315, "", ""},
        {"Công tác tuyển sinh năm 2023", 20231102, "2023", ""},
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

TEST(PeriodsTest, YearsOfWhatATitleNamesAreNone) {
    struct Row {
        std::string title;
        DocumentType type;
        std::string reported, planned = {};
    };
    using enum DocumentType;
    const std::vector<Row> rows = {
        // Decisions, letters and laws report on nothing.
        {"Quyết định công nhận Ban Chấp hành nhiệm kỳ 2025 - 2030", quyet_dinh, ""},
        {"Quyết định công nhận xã đạt chuẩn nông thôn mới năm 2024", quyet_dinh, ""},
        {"V/v báo cáo tình hình tháng 5 năm 2024", cong_van, ""},
        {"Tờ trình dự toán ngân sách năm 2025", to_trinh, ""},
        // A term that is not over, a programme, a cited law.
        {"Báo cáo kết quả bầu cử đại biểu HĐND nhiệm kỳ 2025-2030", bao_cao, ""},
        {"Báo cáo công tác Hội nhiệm kỳ 2020-2025", bao_cao, "2020-01/2025-12"},
        {"Báo cáo kết quả thực hiện Chương trình xây dựng nông thôn mới giai đoạn 2021-2025",
         bao_cao, ""},
        {"Báo cáo thực hiện Chương trình nông thôn mới giai đoạn 2021-2025 năm 2024", bao_cao,
         "2024"},
        {"Báo cáo thi hành Luật Đất đai năm 2013", bao_cao, ""},
        {"Báo cáo thực hiện Quyết định số 15 năm 2021 của tỉnh", bao_cao, ""},
        {"Báo cáo thi hành Hiến pháp năm 1992 đã được sửa đổi", bao_cao, ""},
        {"Báo cáo công tác dân vận giai đoạn 2021-2024", bao_cao, "2021-01/2024-12"},
        {"Kế hoạch tổ chức đại hội Hội Nông dân nhiệm kỳ 2025-2030", ke_hoach, ""},
        {"Kế hoạch thực hiện Đề án 06 giai đoạn 2022-2025", ke_hoach, ""},
        {"Kế hoạch phát triển kinh tế - xã hội năm 2025", ke_hoach, "", "2025"},
        {"Chương trình công tác năm 2025", chuong_trinh, "", "2025"},
        {"Nghị quyết về nhiệm vụ năm 2025", nghi_quyet, "", "2025"},
        {"Nghị quyết phê chuẩn quyết toán ngân sách năm 2023", nghi_quyet, ""},
        {"Thông báo kết quả công tác Mặt trận tháng 2/2025", thong_bao, "2025-02"},
        {"Thông báo tuyển dụng viên chức năm 2025", thong_bao, ""},
        {"Nghị quyết đánh giá kết quả tháng 3, nhiệm vụ tháng 4 năm 2025", nghi_quyet, "2025-03",
         "2025-04"},
    };
    for (const Row& row : rows) {
        const Periods periods = periods_of_title(row.title, row.type, Date(2025, 3, 5));
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
