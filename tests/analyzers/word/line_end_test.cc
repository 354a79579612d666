#include "analyzers/word/line_end.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace commsearch::word {
namespace {

struct Row {
    std::string line;
    std::string next;
    bool goes_on;
};

TEST(LineEnd, TellsASentenceThatGoesOn) {
    const std::vector<Row> rows = {
        {"trồng khoai mì cao", "sản trên đất đồi", true},
        {"khoai mì", "cao", true},
        {"thu ngân sách đạt", "25 tỷ đồng", true},
        {"thu ngân sách", "(bằng 98% kế hoạch)", true},
        {"trồng khoai mì cao.", "sản trên đất đồi", false},
        {"gồm:", "lúa và ngô", false},
        {"đạt kế hoạch (98%).", "trong đó", false},
        {"trồng lúa", "", false},
        {"trồng lúa", "- trồng ngô", false},
        {"trồng lúa", "+ trồng ngô", false},
        {"trồng lúa", "• trồng ngô", false},
        {"trồng lúa", "a) trồng ngô", false},
        {"trồng lúa", "đ. trồng ngô", false},
        {"trồng lúa", "ii) trồng ngô", false},
        {"trồng lúa", "2. trồng ngô", false},
        {"trồng lúa", "2) trồng ngô", false},
        {"trồng lúa", "1.2. trồng ngô", false},
        {"trồng lúa", "2 Trồng ngô", false},
        {"trồng lúa đạt", "1.250 ha", true},
        {"lúa | 250 ha", "ngô", false},
        {"lúa\t250 ha", "ngô", false},
        {"Nguyễn Văn An", "Trần Thị Bình", false},
        {"KINH TẾ", "Trồng trọt đạt kế hoạch", false},
    };
    for (const Row& row : rows) {
        const std::size_t longest = longest_line(row.line + '\n' + row.next);
        EXPECT_EQ(goes_on(row.line, row.next, longest), row.goes_on) << row.line << '/' << row.next;
    }
}

TEST(LineEnd, AMarginBreaksLinesBeforeCapitalsToo) {
    const std::string line = "Ủy ban nhân dân huyện đã làm việc với lãnh đạo xã";
    EXPECT_TRUE(goes_on(line, "Cao Ngọc về tiến độ thu ngân sách năm nay", longest_line(line)));
    EXPECT_FALSE(goes_on(line, "Cao Ngọc về tiến độ", longest_line(line) + 30))
        << "the word had room";
    const std::string paragraph(200, 'x');
    EXPECT_FALSE(goes_on(paragraph, "Cao Ngọc về tiến độ", paragraph.size()))
        << "no margin is so wide";
}

}  // namespace
}  // namespace commsearch::word
