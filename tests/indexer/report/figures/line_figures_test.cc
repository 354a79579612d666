#include "indexer/report/figures/line_figures.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <vector>

#include "tests/indexer/report/figures/figure_laws.h"

namespace commsearch::report {
namespace {

using Found = std::vector<std::string>;

FigureSetting setting_of(const std::string& reported, PlanOrResult horizon) {
    FigureSetting setting;
    setting.reported = Period::parse(reported);
    setting.planned = Period::parse("2024");
    setting.horizon = horizon;
    return setting;
}

/// Each figure as "value unit role".
Found figures_in(const std::string& line, PlanOrResult horizon = PlanOrResult::result) {
    const std::vector<Figure> figures = line_figures(line, setting_of("2023-M09", horizon));
    Found found;
    for (const Figure& figure : figures) found.push_back(shown(figure));
    expect_figures_obey(figures, line);
    return found;
}

TEST(LineFiguresTest, ValuesAndUnits) {
    const struct {
        std::string line;
        Found figures;
    } rows[] = {
        {"Giá trị sản xuất ước đạt 43,7 tỷ đồng.", {"43700000000 đồng actual"}},
        {"Thu 11.598.837.303 đồng; chi 72,5tỷ đồng.",
         {"11598837303 đồng actual", "72500000000 đồng actual"}},
        {"Học lực khá đạt: 39.1 %.", {"39.1 % actual"}},
        {"Tổng sản lượng 9.860 tấn.", {"9860 tấn actual"}},
        {"Diện tích vụ chiêm 334,42ha", {"334.42 ha actual"}},
        {"Vải 19,5 nghìn đồng/kg; năng suất 60,2 tạ/ha.",
         {"19500 đồng/kg actual", "60.2 tạ/ha actual"}},
        {"Thu nhập 44,6 triệu đồng/người/năm.", {"44600000 đồng/người/năm actual"}},
        {"Đón 1,2 triệu lượt khách.", {"1200000 lượt actual"}},
        {"Cử 28 đ/c, 04 TH, 19 Hv.",
         {"28 đồng chí actual", "4 trường hợp actual", "19 hội viên actual"}},
        {"Đường dài 1.250 m², rộng 3.200 m3.", {"1250 m2 actual", "3200 m3 actual"}},
        {"Lắp 22 bóng đèn và 12 xylanh.", {"22 bóng đèn actual", "12 xylanh actual"}},
        {"Thu 356,8 trđ, chi 12 tr.đ.", {"356800000 đồng actual", "12000000 đồng actual"}},
        {"Hỗ trợ 03 hộ 90 triệu đồng.", {"3 hộ actual", "90000000 đồng actual"}},
    };
    for (const auto& [line, figures] : rows) EXPECT_EQ(figures_in(line), figures) << line;
}

TEST(LineFiguresTest, UnitsThatAreElided) {
    const struct {
        std::string line;
        Found figures;
    } rows[] = {
        {"Diện tích vụ đông: 96,17 ha. Vụ mùa: 262,3 vượt 1,6% KH năm.",
         {"96.17 ha actual", "262.3 ha actual", "101.6 % of_plan"}},
        {"Sản lượng 1.789,3 tấn đạt 119,3 kế hoạch năm.", {"1789.3 tấn actual", "119.3 % of_plan"}},
        {"Tổng số tiền là 43.600.000.", {"43600000 đồng actual"}},
        {"Trâu 978 con, bò 62, ngựa 148.", {"978 con actual", "62 con actual", "148 con actual"}},
        {"Lúa 216 ha (xuân 30, mùa 186).", {"216 ha actual", "30 ha actual", "186 ha actual"}},
        {"Thu (6 tháng 612,4 triệu; tháng 7: 78,6; tháng 8: 84,2 triệu đồng).",
         {"612400000 đồng actual", "78600000 đồng actual", "84200000 đồng actual"}},
        {"Thiệt hại hai đợt (1.860 và 640 triệu đồng).",
         {"1860000000 đồng actual", "640000000 đồng actual"}},
        {"Xảy ra 04 vụ trộm vặt, khám phá 3.", {"4 vụ actual", "3  actual"}},
        {"Hộ nghèo 296 (3,32%).", {"296  actual", "3.32 % share"}},
    };
    for (const auto& [line, figures] : rows) EXPECT_EQ(figures_in(line), figures) << line;
}

TEST(LineFiguresTest, Roles) {
    const struct {
        std::string line;
        Found figures;
    } rows[] = {
        {"Còn 158 hộ nghèo (7,33%), giảm 53 hộ so với đầu năm (211 hộ).",
         {"158 hộ actual", "7.33 % share", "-53 hộ change", "211 hộ actual"}},
        {"Số HS khá, giỏi là 93 HS đạt: 39,1 %.", {"93 hs actual", "39.1 % share"}},
        {"Kích hoạt 1.676 tài khoản đạt 90% chỉ tiêu được giao.",
         {"1676 tài khoản actual", "90 % of_plan"}},
        {"Thu ngân sách 7.914 triệu đồng, bằng 80,3% dự toán huyện giao.",
         {"7914000000 đồng actual", "80.3 % of_plan"}},
        {"Thu đạt 93,7% dự toán 15.160 triệu đồng.", {"93.7 % of_plan", "15160000000 đồng plan"}},
        {"Diện tích 96,17 ha, vượt 5% KH năm.", {"96.17 ha actual", "105 % of_plan"}},
        {"Trồng rừng 118/110 ha, vượt 7,3%.", {"118 ha actual", "110 ha plan", "107.3 % of_plan"}},
        {"Đạt 13/19 tiêu chí (đầu năm 12).",
         {"13 tiêu chí actual", "19 tiêu chí whole", "12  actual"}},
        {"Tạo việc làm 231 người, vượt 31 người.", {"231 người actual", "31 người change"}},
        {"Lương thực 2.133 tấn, vượt dự kiến 13 tấn.", {"2133 tấn actual", "13 tấn change"}},
        {"Đàn lợn tăng so với cùng kỳ 12 con.", {"12 con change"}},
        {"Tiêm 82%, tăng 0,8 điểm phần trăm so với tháng trước.",
         {"82 % actual", "0.8 điểm % change"}},
        {"Tăng mới 39 đối tượng; đưa tỷ lệ lên 87%.", {"39 đối tượng actual", "87 % actual"}},
        {"Có 19 công dân đủ điều kiện, chỉ tiêu giao 13.", {"19 công dân actual", "13  plan"}},
        {"Hộ nghèo 61 hộ (2,03% của 3.012 hộ).", {"61 hộ actual", "2.03 % share", "3012 hộ whole"}},
        {"Hộ nghèo 211 hộ trong tổng số 2.156 hộ.", {"211 hộ actual", "2156 hộ whole"}},
        {"UBND xã đạt và vượt 18 chỉ tiêu.", {"18 chỉ tiêu actual"}},
        {"Lập biên bản 14 tài xế; sắp xếp 11 hộ.", {"14 tài actual", "11 hộ actual"}},
        {"Có 27 đại biểu, dân tộc thiểu số 07; ý kiến về môi trường 18; tài khoản 95.",
         {"27 đại biểu actual", "7  actual", "18  actual", "95  actual"}},
        {"Phấn đấu cuối năm còn dưới 210 hộ nghèo.", {"210 hộ plan"}},
        {"Đề nghị cứu đói 31,5 tấn gạo.", {"31.5 tấn plan"}},
    };
    for (const auto& [line, figures] : rows) EXPECT_EQ(figures_in(line), figures) << line;
    const Found tasks = {"45 hộ plan", "97.5 % plan", "18 tiêu chí plan", "19 tiêu chí whole"};
    EXPECT_EQ(figures_in("Giảm 45 hộ nghèo; BHYT từ 97,5% trở lên; đạt 18/19 tiêu chí.",
                         PlanOrResult::plan),
              tasks);
}

TEST(LineFiguresTest, FractionsAndRanges) {
    const struct {
        std::string line;
        Found figures;
    } rows[] = {
        {"Gieo trồng 692,89/680 ha.", {"692.89 ha actual", "680 ha plan"}},
        {"Hòa giải thành 17/21 vụ.", {"17 vụ actual", "21 vụ whole"}},
        {"Giao quân 19/19 thanh niên.", {"19 thanh niên actual", "19 thanh niên plan"}},
        {"Kết nạp 11/10 đảng viên.", {"11 đảng viên actual", "10 đảng viên plan"}},
        {"Hộ nghèo 268/1.387 hộ (19,32%).", {"268 hộ actual", "1387 hộ whole", "19.32 % share"}},
        {"CCB gương mẫu đạt 230/273 = 84%.", {"230  actual", "273  whole", "84 % share"}},
        {"Lãi 9-10 triệu đồng mỗi sào; sâu từ 0,4 đến 2,1 m.",
         {"9000000 đồng/sào actual", "10000000 đồng/sào actual", "0.4 m actual", "2.1 m actual"}},
        {"Giữ nguyên 15/19 tiêu chí trước 15/11.", {"15 tiêu chí actual", "19 tiêu chí whole"}},
        {"Xảy ra 06 vụ, làm rõ 5/6.", {"6 vụ actual", "5  actual", "6  whole"}},
    };
    for (const auto& [line, figures] : rows) EXPECT_EQ(figures_in(line), figures) << line;
}

TEST(LineFiguresTest, NumbersThatAreNoFigures) {
    for (const char* line : {
             "Ngày 05/11/2024, từ đêm 26 đến 29/10, tháng 02/2024, 7 giờ 30.",
             "Khai giảng 05/9; Ngày Người cao tuổi 01/10; trước 28/8; Đến 20/12 xong.",
             "Trong hai ngày 09 và 10/11, lịch ngày 12 đến 22/8.",
             "Năm học 2022-2023, vụ Đông Xuân 2024-2025, nhiệm kỳ 2020 2025.",
             "Số 163/BC-UBND, Chỉ thị số 05-CT/TW, NĐ 131/CP, Nghị quyết 16 của huyện.",
             "Đề án 06, mức độ 2, đợt 2, lớp 9, khóa 20, bão số 6, kỳ họp thứ 8.",
             "OCOP 3 sao, đường điện 500KV, “5 không 3 sạch”, chi bộ 4 tốt.",
             "Mừng cụ 82 tuổi, tặng huy hiệu 45 tuổi đảng, trẻ <5 tuổi, từ 18 đến 25 tuổi.",
             "Kỷ niệm 93 năm Ngày thành lập; nghỉ 5 ngày; trực 24/24.",
             "Xếp 12/24 trường (tăng 06 bậc); xếp thứ 9 toàn huyện.",
             "Điểm Toán dưới 5; công nghiệp 4.0; quốc lộ 1; cúm A/H5N1; vắc xin Covid-19 mũi 3.",
             "1.2. Chăn nuôi",
             "7.",
             "3a. Đầu tư",
             "2) Thủy lợi",
             "Ấp 2 và tổ 5; Trường Láng Biển 1.",
             "ĐT: 0275.3000.263. Tất cả: 87197",
             "Không xảy ra tai nạn.",
         })
        EXPECT_EQ(figures_in(line), Found()) << line;
}

TEST(LineFiguresTest, Periods) {
    const struct {
        std::string line;
        std::string reported;
        Found periods;
    } rows[] = {
        {"Tháng 12 thu 741,2 triệu đồng, cả năm 10.433,5 triệu đồng.", "2023", {"2023-12", "2023"}},
        {"Thu 402,6 triệu đồng, lũy kế 10 tháng 6.383,9 triệu đồng.",
         "2024-10",
         {"2024-10", "2024-M10"}},
        {"Nhận 203 hồ sơ, cộng dồn 2.145.", "2024-10", {"2024-10", "2024-M10"}},
        {"Tháng 10, 11, 12 là 298, 274, 263 hồ sơ.", "2023", {"2023-10", "2023-11", "2023-12"}},
        {"Kết nạp 7 đảng viên (quý I: 01, tháng 4: 02).",
         "2024-H1",
         {"2024-H1", "2024-Q1", "2024-04"}},
        {"Giảm 53 hộ so với đầu năm (211 hộ).", "2023", {"2023", "2023-01"}},
        {"Hộ nghèo giảm từ 62 hộ xuống 49 hộ.", "2023", {"2023-01", "2023"}},
        {"Đạt 13 tiêu chí (đầu năm 12); cuối tháng 3 đạt 14.",
         "2023-M09",
         {"2023-M09", "2023-01", "2023-03"}},
        {"Giải ngân từ 95% trở lên.", "2023", {"2023"}},
        {"Hiện nay có 66,1% dân tham gia.", "2023-M09", {"2023-09"}},
        {"Thu ngân sách đạt 80% dự toán 9.860 triệu đồng.", "2023-M09", {"2023-M09", "2023"}},
        {"Ngày 09 tháng 7 lốc xoáy làm tốc mái 11 căn nhà.", "2024-07", {"2024-07"}},
        {"Xã giữ chuẩn (đạt năm 2020) và có 15 tiêu chí.", "2023", {"2023"}},
    };
    for (const auto& [line, reported, periods] : rows) {
        Found found;
        for (const Figure& figure : line_figures(line, setting_of(reported, PlanOrResult::result)))
            found.push_back(figure.period.text());
        EXPECT_EQ(found, periods) << line;
    }
}

TEST(LineFiguresTest, WhatIsCounted) {
    FigureSetting setting = setting_of("2023", PlanOrResult::result);
    setting.heading = "Ngân sách";
    const struct {
        std::string line;
        std::size_t at;
        std::string indicator;
        std::string context;
    } rows[] = {
        {"Tổng đàn lợn cuối năm 6.050 con.", 0, "Tổng đàn lợn cuối năm con", "Ngân sách"},
        {"Tháng 12 thu 741,2 triệu đồng.", 0, "Tháng 12 thu", "số tiền Ngân sách"},
        {"Cải tạo đường trung tâm xã, mức đầu tư 7.798 triệu đồng.", 0,
         "Cải tạo đường trung tâm xã mức đầu tư", "số tiền Ngân sách"},
        {"Đã ban hành 11 quyết định, 29 thông báo.", 1, "thông báo",
         "Đã ban hành quyết định Ngân sách"},
        {"BHYT đạt 96,2%.", 0, "tỷ lệ BHYT đạt", "Ngân sách"},
        {"Thu đạt 80,3% dự toán.", 0, "Thu đạt dự toán so với dự toán", "Ngân sách"},
    };
    for (const auto& [line, at, indicator, context] : rows) {
        const std::vector<Figure> figures = line_figures(line, setting);
        ASSERT_GT(figures.size(), at) << line;
        EXPECT_EQ(figures[at].indicator, indicator) << line;
        EXPECT_EQ(figures[at].context, context) << line;
    }
}

TEST(LineFiguresTest, BoundsPlacesAndFlags) {
    const std::vector<Village> villages = {{"thôn", "Mai Hạ", 1}, {"ấp", "4", 1}};
    FigureSetting setting = setting_of("2023", PlanOrResult::result);
    setting.villages = &villages;
    const auto first = [&](const std::string& line) {
        const std::vector<Figure> figures = line_figures(line, setting);
        EXPECT_FALSE(figures.empty()) << line;
        return figures.empty() ? Figure() : figures.back();
    };
    EXPECT_EQ(first("Thu gần 149 tỷ đồng.").bound, FigureBound::about);
    EXPECT_EQ(first("BHYT trên 98%.").bound, FigureBound::at_least);
    EXPECT_EQ(first("Hộ nghèo dưới 2%.").bound, FigureBound::at_most);
    EXPECT_EQ(first("Giải ngân từ 95% trở lên.").bound, FigureBound::at_least);
    EXPECT_EQ(first("Trồng 10-15 ha keo.").bound, FigureBound::highest);
    EXPECT_EQ(first("Sửa 02 nhà ở Mai Hạ.").places, std::vector<std::string>{"thôn Mai Hạ"});
    EXPECT_EQ(first("Ngập 64 vườn ở Ấp 4.").places, std::vector<std::string>{"ấp 4"});
    EXPECT_TRUE(first("Bao phủ BHYT đạt 1.200 %.").has(FigureFlag::absurd));
    EXPECT_FALSE(first("Thu đạt 287% dự toán.").has(FigureFlag::absurd));
    EXPECT_TRUE(first("Hộ nghèo 268/1.387 hộ (45%).").has(FigureFlag::contradictory));
    EXPECT_FALSE(first("Hộ nghèo 268/1.387 hộ (19,32%).").has(FigureFlag::contradictory));
    EXPECT_TRUE(first("Lúa 216 ha (xuân 30).").has(FigureFlag::unit_elided));
    EXPECT_TRUE(first("12,5 %.").has(FigureFlag::no_indicator) ||
                !first("12,5 %.").indicator.empty());
}

}  // namespace
}  // namespace commsearch::report
