#include "indexer/report/sections/frame.h"

#include <gtest/gtest.h>

#include <string>

namespace commsearch::report {
namespace {

bool is_frame_of(const std::string& text, const std::string& title = {},
                 const std::vector<std::string>& headings = {}) {
    Section section;
    section.heading_path = headings;
    section.passages.emplace_back().text = text;
    return is_frame(section, title);
}

TEST(Frame, TellsOfThePaperOnly) {
    const std::string title = "Báo cáo tình hình kinh tế - xã hội quý I năm 2024";
    const struct {
        std::string text;
        bool expected;
    } rows[] = {
        {"UBND xã Thạnh Mỹ ban hành Báo cáo số 61/BC-UBND ngày 29/3/2024 đánh giá quý I.", true},
        {"Ngày 27/7/2023, UBND xã vừa có Báo cáo số 203/BC-UBND về tháng 7.", true},
        {"Trang thông tin điện tử xã trân trọng giới thiệu toàn văn báo cáo.", true},
        {"BÁO CÁO TÌNH HÌNH KINH TẾ - XÃ HỘI QUÝ I NĂM 2024", true},
        {"Trên đây là báo cáo của UBND xã, kính gửi UBND huyện tổng hợp./.", true},
        {"Sáu tháng đầu năm, xã thu hoạch 2.700 tấn ngao, được mùa lúa xuân.", false},
        {"Đảng ủy đã ban hành 21 văn bản, trong đó có nghị quyết về vùng chè.", false},
        {"Thực hiện Kế hoạch số 12/KH-UBND, xã ban hành Kế hoạch số 3.\nTrồng 40 ha rừng.", false},
    };
    for (const auto& [text, expected] : rows) EXPECT_EQ(is_frame_of(text, title), expected) << text;
    EXPECT_FALSE(is_frame_of("Trên đây là kết quả.", title, {"III. KẾT LUẬN"}));
}

}  // namespace
}  // namespace commsearch::report
