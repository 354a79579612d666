// Papers, days and months are found in every spelling: searches on a small index of authored
// passages.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/small_index.h"

namespace commsearch {
namespace {

const SmallIndex& papers() {
    static const SmallIndex index(
        {R"({"id":"symbol","text":"Xã triển khai 16/NQ-TU đến các chi bộ."}
{"id":"full","text":"Học tập Nghị quyết số 16-NQ/TU ngày 28/8/2023 của Tỉnh ủy."}
{"id":"name","text":"Quán triệt nghị quyết số 16 tới đảng viên toàn xã."}
{"id":"other","text":"Quán triệt Nghị quyết số 161 và 6 nghị quyết khác cho 16 chi bộ."}
{"id":"scattered","text":"Ban hành nghị quyết mới; 16 hộ thoát nghèo."}
{"id":"decree","text":"Hỗ trợ theo Nghị định số 131/2021/NĐ-CP của Chính phủ."}
{"id":"decree-short","text":"Hỗ trợ theo NĐ 131/CP cho gia đình chính sách."}
{"id":"decree-other","text":"Hỗ trợ theo Nghị định số 13/2021/NĐ-CP của Chính phủ."}
{"id":"day-digits","text":"Ra quân làm vệ sinh môi trường 15.7.2025 tại thôn Đông."}
{"id":"day-words","text":"Hội nghị tổ chức ngày 15 tháng 7 năm 2025 ở hội trường xã."}
{"id":"day-other","text":"Thu hoạch 15 ha lúa, 7 ha ngô năm 2025; họp ngày 5/7/2025."}
{"id":"month-digits","text":"Thu ngân sách T11/2023 đạt kế hoạch giao."}
{"id":"month-words","text":"Thu ngân sách tháng 11 năm 2023 vượt kế hoạch giao."}
{"id":"month-other","text":"Thu ngân sách 11 tháng, tính đến cuối năm 2023; 8/8 thôn nộp đủ."}
{"id":"figures","text":"Sản lượng 1.234,5 tấn, đạt 85,2% chỉ tiêu, có 04 hộ mới."}
)"});
    return index;
}

/// The first `count` reports, sorted: a small index adds others behind those that fit.
Ids first(const std::string& query, std::size_t count) {
    Ids found = ids_of(papers().search(query));
    found.resize(std::min(found.size(), count));
    std::sort(found.begin(), found.end());
    return found;
}

/// The reports that hold every word, sorted: a query with an operator adds no others.
Ids matching(const std::string& query) {
    return sorted_ids_of(papers().search(query + " AND " + query));
}

TEST(CitationsSearch, PapersInEverySpelling) {
    for (const std::string query :
         {"16-NQ/TU", "NQ 16", "16/NQ-TU", "Nghị quyết số 16", "nghi quyet so 16", "nq 16",
          "16-nq/tu", "Nghị quyết 16", "nghị quyết số 16-NQ/TU"}) {
        EXPECT_EQ(matching(query), (Ids{"full", "name", "symbol"})) << query;
        EXPECT_EQ(first(query, 3), (Ids{"full", "name", "symbol"})) << query;
    }
}

TEST(CitationsSearch, TheFullNumberComesFirst) {
    for (const std::string query : {"16-NQ/TU", "16/NQ-TU", "nghi quyet so 16-nq/tu"})
        EXPECT_EQ(ids_of(papers().search(query)).at(2), "name") << query;
}

TEST(CitationsSearch, TheYearMayBeLeftOut) {
    for (const std::string query : {"131/2021/NĐ-CP", "131/NĐ-CP", "NĐ 131", "nghi dinh 131",
                                    "nd 131/2021", "Nghị định 131/2021/NĐ-CP"}) {
        EXPECT_EQ(matching(query), (Ids{"decree", "decree-short"})) << query;
    }
    EXPECT_EQ(ids_of(papers().search("131/2021/NĐ-CP")).front(), "decree");
}

TEST(CitationsSearch, Days) {
    for (const std::string query : {"15/7/2025", "15.7.2025", "15-07-2025", "15 tháng 7 năm 2025",
                                    "ngay 15 thang 7 nam 2025"}) {
        EXPECT_EQ(matching(query), (Ids{"day-digits", "day-words"})) << query;
    }
}

TEST(CitationsSearch, Months) {
    for (const std::string query : {"tháng 11/2023", "T11/2023", "thang 11 nam 2023"})
        EXPECT_EQ(matching(query), (Ids{"month-digits", "month-words"})) << query;
    EXPECT_EQ(matching("tháng 7 năm 2025"), (Ids{"day-digits", "day-other", "day-words"}));
    EXPECT_EQ(matching("thu ngân sách tháng 11/2023"), (Ids{"month-digits", "month-words"}));
}

TEST(CitationsSearch, FiguresInEverySpelling) {
    for (const std::string query :
         {"1234,5", "1.234,5", "1.234,50", "85,2%", "85,2 %", "4 hộ mới", "04 hộ mới"}) {
        EXPECT_EQ(matching(query), Ids{"figures"}) << query;
    }
}

TEST(CitationsSearch, AnUnknownNumberIsWords) {
    EXPECT_EQ(first("nghị quyết số 999", 1).size(), 1U);
    EXPECT_EQ(matching("nghị quyết 6"), Ids{"other"});
}

TEST(CitationsSearch, TheCitationIsMarked) {
    const SearchResult result = papers().search("NQ 16");
    for (const ReportHit& report : result.reports) {
        if (report.about.id != "symbol") continue;
        const std::vector<Fragment>& excerpt = report.passages.at(0).excerpt;
        const auto hit = std::find_if(excerpt.begin(), excerpt.end(),
                                      [](const Fragment& fragment) { return fragment.hit; });
        ASSERT_NE(hit, excerpt.end());
        EXPECT_EQ(hit->text, "16/NQ-TU");
    }
}

}  // namespace
}  // namespace commsearch
