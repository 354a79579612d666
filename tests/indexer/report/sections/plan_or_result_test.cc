#include "indexer/report/sections/plan_or_result.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

const Period november = Period::parse("2023-11");
const Period december = Period::parse("2023-12");
const Period year_2023 = Period::parse("2023");
const Period year_2024 = Period::parse("2024");

TEST(PlanOrResult, AHeadingTellsByItsWordsOrItsPeriod) {
    const struct {
        std::string heading;
        Period reported, planned;
        PlanOrResult plan_or_result;
    } rows[] = {
        // Words of results and of plans.
        {"I. KẾT QUẢ THỰC HIỆN", {}, {}, PlanOrResult::result},
        {"I. Tình hình kinh tế", {}, {}, PlanOrResult::result},
        {"Tồn tại, hạn chế", {}, {}, PlanOrResult::result},
        {"Bài học kinh nghiệm", {}, {}, PlanOrResult::result},
        {"ĐÁNH GIÁ CHUNG", {}, {}, PlanOrResult::result},
        {"II. PHƯƠNG HƯỚNG, NHIỆM VỤ", {}, {}, PlanOrResult::plan},
        {"Nhiệm vụ trọng tâm tháng 12", {}, {}, PlanOrResult::plan},
        {"MỤC TIÊU", {}, {}, PlanOrResult::plan},
        {"Nhiệm vụ và giải pháp", {}, {}, PlanOrResult::plan},
        {"phuong huong thang toi", {}, {}, PlanOrResult::plan},
        // Words of both: what opens the heading decides.
        {"Kết quả tháng 11, phương hướng tháng 12", november, december, PlanOrResult::result},
        {"Phương hướng khắc phục tồn tại", {}, {}, PlanOrResult::plan},
        {"Kết quả thực hiện nhiệm vụ trọng tâm", {}, {}, PlanOrResult::result},
        {"Tình hình tháng 12", november, december, PlanOrResult::plan},
        {"Kết quả tháng 12", november, december, PlanOrResult::result},
        // The period alone.
        {"Tháng 11 năm 2023", november, december, PlanOrResult::result},
        {"Tháng 12 năm 2023", november, december, PlanOrResult::plan},
        {"Tháng 12", november, december, PlanOrResult::plan},
        {"Tháng 10", november, december, PlanOrResult::unknown},
        {"Tháng 11 năm 2022", november, december, PlanOrResult::unknown},
        {"Năm 2024", year_2023, year_2024, PlanOrResult::plan},
        {"Chỉ tiêu năm 2023", year_2023, year_2023, PlanOrResult::unknown},
        // Neither.
        {"1. Kinh tế", november, december, PlanOrResult::unknown},
        {"Nhiệm vụ", {}, {}, PlanOrResult::unknown},
        {"kết quảng", {}, {}, PlanOrResult::unknown},
        {"", november, december, PlanOrResult::unknown},
    };
    for (const auto& [heading, reported, planned, plan_or_result] : rows)
        EXPECT_EQ(plan_or_result_of(heading, reported, planned), plan_or_result) << heading;
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
}  // namespace commsearch::report
