#include "indexer/report/figures/table_figures.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/report/figures/figure_laws.h"

namespace commsearch::report {
namespace {

using Found = std::vector<std::string>;

const Period reported = Period::parse("2024-H1");

std::vector<Figure> figures_of_row(const std::vector<std::string>& heads, const std::string& row) {
    FigureSetting setting;
    setting.reported = reported;
    setting.horizon = PlanOrResult::result;
    return row_figures(row, figure_columns(heads, reported), setting);
}

TEST(TableFiguresTest, RowsOfPlanAndResult) {
    const struct {
        std::vector<std::string> heads;
        std::string row;
        Found figures;
    } rows[] = {
        {{"Chỉ tiêu", "Đơn vị", "Kế hoạch", "Thực hiện", "Tỷ lệ %"},
         "Thu ngân sách xã\ttriệu đồng\t9.860\t10.433,5\t105,8",
         {"9860000000 đồng plan", "10433500000 đồng actual", "105.8 % of_plan"}},
        {{"STT", "Nội dung", "Chỉ tiêu năm", "Kết quả 6 tháng", "Ghi chú"},
         "1\tQuỹ “Vì người nghèo” (triệu đồng)\t180\t118,6\t65,9%",
         {"180000000 đồng plan", "118600000 đồng actual", "65.9 % of_plan"}},
        {{"STT", "Nội dung", "Chỉ tiêu năm", "Kết quả 6 tháng", "Ghi chú"},
         "4\tCuộc giám sát\t4\t2\tVượt",
         {"4  plan", "2  actual"}},
        {{"TT", "Chỉ tiêu", "ĐVT", "KH năm 2024", "TH 6 tháng", "Đạt %"},
         "6\tTham gia bảo hiểm y tế\t%\t98\t98,4\t-",
         {"98 % plan", "98.4 % actual"}},
        {{"TT", "Tên thôn", "Số hộ", "Tỷ lệ (%)"},
         "2\tAn Bình\t158\t7,33",
         {"158  actual", "7.33 % share"}},
        {{"Nội dung", "Kết quả"}, "Hộ nghèo\t55 hộ (1,83%)", {"55 hộ actual", "1.83 % share"}},
        {{}, "3\tTrồng rừng mới\t97,2", {"97.2  actual"}},
        {{"TT", "Nội dung"}, "1\tSơ kết 6 tháng", {}},
    };
    for (const auto& [heads, row, figures] : rows) {
        const std::vector<Figure> found = figures_of_row(heads, row);
        expect_figures_obey(found, row);
        Found all;
        for (const Figure& figure : found) all.push_back(shown(figure));
        EXPECT_EQ(all, figures) << row;
    }
}

TEST(TableFiguresTest, NamesPeriodsAndFlags) {
    const std::vector<std::string> heads = {"TT",          "Chỉ tiêu",   "ĐVT",
                                            "KH năm 2024", "TH tháng 5", "Đạt %"};
    const std::vector<Figure> figures =
        figures_of_row(heads, "3\tTrồng rừng mới\tha\t60\t62\t50,0");
    ASSERT_EQ(figures.size(), 3U);
    EXPECT_EQ(figures[0].indicator, "Trồng rừng mới");
    EXPECT_EQ(figures[0].period.text(), "2024");
    EXPECT_EQ(figures[1].period.text(), "2024-05");
    EXPECT_EQ(figures[2].indicator, "Trồng rừng mới so với kế hoạch");
    EXPECT_TRUE(figures[2].has(FigureFlag::contradictory));
    EXPECT_TRUE(is_head_row("TT\tChỉ tiêu\tKế hoạch"));
    EXPECT_FALSE(is_head_row("1\tTrồng rừng\t60"));
}

}  // namespace
}  // namespace commsearch::report
