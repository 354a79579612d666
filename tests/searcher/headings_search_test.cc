#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/support/small_index.h"

namespace commsearch {
namespace {

/// A paper whose figures stand below run-in headings, and one that mentions the same in passing.
const SmallIndex& papers() {
    static const SmallIndex index(std::map<std::string, std::string>{
        {"che.txt",
         "UBND XÃ BẢN MÂY\nSố: 12/BC-UBND\nBản Mây, ngày 26 tháng 9 năm 2025\n\nBÁO CÁO\nKết quả "
         "công tác quý "
         "III năm 2025\n\nUBND xã Bản Mây ban hành Báo cáo số 12/BC-UBND về chè Shan tuyết quý "
         "III.\n\n"
         "I. KINH TẾ\n1. Chè Shan tuyết: 1.126 ha, thu hái 1.310 tấn búp tươi trong quý III.\n"
         "2. Lúa: gieo cấy 230 ha, năng suất 52 tạ mỗi ha, sản lượng 1.196 tấn thóc.\n"
         "3. TNMT: cấp 31 giấy chứng nhận, xử lý 02 hộ xả thải ra suối.\n\n"
         "Trên đây là báo cáo quý III về chè Shan tuyết của xã./.\n"},
        {"hop.txt",
         "UBND XÃ BẢN MÂY\nSố: 15/BC-UBND\nBản Mây, ngày 26 tháng 10 năm 2025\n\nBÁO CÁO\nKết quả "
         "công tác tháng "
         "10 năm 2025\n\nI. CHỈ ĐẠO\nPhân công 9 đồng chí phụ trách cụm thôn, ban hành 21 văn bản "
         "về "
         "quốc phòng, an ninh, giáo dục, y tế, ngân sách, lúa, chè và các việc khác của xã trong "
         "tháng.\n"}});
    return index;
}

TEST(HeadingsSearch, AHeadingAnswersAsItsTextDoes) {
    const struct {
        std::string query, text;
    } rows[] = {
        {"chè Shan tuyết", "1.126 ha, thu hái"},
        {"che shan tuyet", "1.126 ha, thu hái"},
        {"diện tích chè Shan tuyết", "1.126 ha, thu hái"},
        {"TNMT", "cấp 31 giấy"},
    };
    for (const auto& [query, text] : rows) {
        const SearchResult result = papers().search(query);
        ASSERT_FALSE(result.reports.empty()) << query;
        const std::string first = with_brackets(result.reports[0].passages.at(0).excerpt);
        EXPECT_TRUE(first.find(text) != std::string::npos) << query << ": " << first;
    }
}

TEST(HeadingsSearch, MarksStandInHeadingsAndTitles) {
    const SearchResult result = papers().search("chè Shan tuyết");
    const PassageHit& passage = result.reports.at(0).passages.at(0);
    ASSERT_EQ(passage.marked_headings.size(), passage.heading_path.size());
    EXPECT_EQ(with_brackets(passage.marked_headings.back()), "1. [Chè Shan tuyết]:");
    EXPECT_TRUE(result.reports[0].marked_title.empty());
    const SearchResult titled = papers().search("kết quả công tác");
    ASSERT_FALSE(titled.reports.empty());
    EXPECT_NE(with_brackets(titled.reports[0].marked_title).find("ết quả công tác]"),
              std::string::npos);
    SearchRequest plain;
    plain.query = "chè Shan tuyết";
    plain.highlight = false;
    EXPECT_TRUE(papers().search(plain).reports.at(0).passages.at(0).marked_headings.empty());
}

}  // namespace
}  // namespace commsearch
