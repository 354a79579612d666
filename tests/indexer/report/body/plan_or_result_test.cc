#include "indexer/report/body/plan_or_result.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/report/text_scan.h"

namespace commsearch {
namespace {

const Period november = {202311, 202311, "2023-11"};
const Period december = {202312, 202312, "2023-12"};
const Period year_2023 = {202301, 202312, "2023"};
const Period year_2024 = {202401, 202412, "2024"};

TEST(PlanOrResult, AHeadingTellsByItsWordsOrItsPeriod) {
    const struct {
        std::string heading;
        Period reported, planned;
        Horizon horizon;
    } rows[] = {
        // Words of results and of plans.
        {"I. KẾT QUẢ THỰC HIỆN", {}, {}, Horizon::past},
        {"I. Tình hình kinh tế", {}, {}, Horizon::past},
        {"Tồn tại, hạn chế", {}, {}, Horizon::past},
        {"Bài học kinh nghiệm", {}, {}, Horizon::past},
        {"ĐÁNH GIÁ CHUNG", {}, {}, Horizon::past},
        {"II. PHƯƠNG HƯỚNG, NHIỆM VỤ", {}, {}, Horizon::next},
        {"Nhiệm vụ trọng tâm tháng 12", {}, {}, Horizon::next},
        {"MỤC TIÊU", {}, {}, Horizon::next},
        {"Nhiệm vụ và giải pháp", {}, {}, Horizon::next},
        {"phuong huong thang toi", {}, {}, Horizon::next},
        // Words of both: what opens the heading decides.
        {"Kết quả tháng 11, phương hướng tháng 12", november, december, Horizon::past},
        {"Phương hướng khắc phục tồn tại", {}, {}, Horizon::next},
        {"Kết quả thực hiện nhiệm vụ trọng tâm", {}, {}, Horizon::past},
        {"Tình hình tháng 12", november, december, Horizon::next},
        {"Kết quả tháng 12", november, december, Horizon::past},
        // The period alone.
        {"Tháng 11 năm 2023", november, december, Horizon::past},
        {"Tháng 12 năm 2023", november, december, Horizon::next},
        {"Tháng 12", november, december, Horizon::next},
        {"Tháng 10", november, december, Horizon::unknown},
        {"Tháng 11 năm 2022", november, december, Horizon::unknown},
        {"Năm 2024", year_2023, year_2024, Horizon::next},
        {"Chỉ tiêu năm 2023", year_2023, year_2023, Horizon::unknown},
        // Neither.
        {"1. Kinh tế", november, december, Horizon::unknown},
        {"Nhiệm vụ", {}, {}, Horizon::unknown},
        {"kết quảng", {}, {}, Horizon::unknown},
        {"", november, december, Horizon::unknown},
    };
    for (const auto& [heading, reported, planned, horizon] : rows)
        EXPECT_EQ(horizon_of(heading, reported, planned), horizon) << heading;
}

TEST(PlanOrResult, AParagraphBeginsAsPlansDo) {
    const struct {
        std::string paragraph;
        bool is_plan;
    } rows[] = {
        {"Tiếp tục chỉ đạo sản xuất vụ đông", true},
        {"Tăng cường công tác kiểm tra", true},
        {"Đẩy mạnh chuyển đổi số", true},
        {"Nâng cao chất lượng", true},
        {"Phấn đấu đạt 19 tiêu chí", true},
        {"Đã tiếp tục chỉ đạo", false},
        {"Tiếp tụcc", false},
        {"Tiếp", false},
        {"Xã có 5 thôn", false},
        {"", false},
    };
    for (const auto& [paragraph, is_plan] : rows)
        EXPECT_EQ(begins_as_plan(words_key(paragraph)), is_plan) << paragraph;
}

}  // namespace
}  // namespace commsearch
