#include "indexer/report/sections/headings.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace commsearch::report {
namespace {

using Level = HeadingMark::Level;

TEST(HeadingsTest, LevelFromTheFormOfTheNumber) {
    struct Row {
        std::string line;
        Level level;
        std::int32_t number;
        std::string words;
    };
    const std::vector<Row> rows = {
        {"PHẦN THỨ NHẤT", Level::part, 0, ""},
        {"PHẦN I: TÌNH HÌNH", Level::part, 0, "TÌNH HÌNH"},
        {"A. NHỮNG KẾT QUẢ", Level::letter, 1, "NHỮNG KẾT QUẢ"},
        {"II. KẾT QUẢ", Level::roman, 2, "KẾT QUẢ"},
        {"IV- TỒN TẠI", Level::roman, 4, "TỒN TẠI"},
        {"III/ Tồn tại", Level::roman, 3, "Tồn tại"},
        {"Chương II", Level::chapter, 0, ""},
        {"Điều 5. Quyền hạn", Level::article, 5, "Quyền hạn"},
        {"1. Nông nghiệp", Level::number1, 1, "Nông nghiệp"},
        {"12) Việc khác", Level::number1, 12, "Việc khác"},
        {"1.1. Trồng trọt", Level::number2, 1, "Trồng trọt"},
        {"1.1 Trồng trọt", Level::number2, 1, "Trồng trọt"},
        {"1.2.3. Lúa", Level::number3, 3, "Lúa"},
        {"a) Cây dừa", Level::small, 1, "Cây dừa"},
        {"đ) Hội Cựu chiến binh", Level::small, 4, "Hội Cựu chiến binh"},
        // No blank behind the number, a blank before the stop, a colon for the stop.
        {"1.3.Công tác kiểm tra", Level::number2, 3, "Công tác kiểm tra"},
        {"11.Hoàn chỉnh hồ sơ", Level::number1, 11, "Hoàn chỉnh hồ sơ"},
        {"5.1 . Mặt trận xã", Level::number2, 1, "Mặt trận xã"},
        {"5.3: Hội Phụ nữ", Level::number2, 3, "Hội Phụ nữ"},
        // A number behind a roman one.
        {"I.1. Kinh tế", Level::division, 1, "Kinh tế"},
        {"II.3.2. Chăn nuôi", Level::number1, 2, "Chăn nuôi"},
        {"A.2. Nhiệm vụ", Level::division, 2, "Nhiệm vụ"},
        // Numbers that are none.
        {"1.020 ha vải", Level::none, 0, ""},
        {"8/8 thôn ra quân", Level::none, 0, ""},
        {"15.3 tỷ đồng", Level::none, 0, ""},
        {"20/7/1963 thành lập", Level::none, 0, ""},
        {"300m đường", Level::none, 0, ""},
        {"4 chi hội ra quân", Level::none, 0, ""},
        {"- Bậc THCS: tốt", Level::none, 0, ""},
        {"Xây dựng nông thôn mới", Level::none, 0, ""},
        {"Điều 5 của Luật này quy định", Level::none, 0, ""},
        {"v.v. và", Level::none, 0, ""},
        {"", Level::none, 0, ""},
    };
    for (const Row& row : rows) {
        const HeadingMark mark = heading_mark(row.line);
        EXPECT_EQ(mark.level, row.level) << row.line;
        EXPECT_EQ(mark.number, row.number) << row.line;
        if (row.level == Level::none) continue;
        EXPECT_EQ(row.line.substr(mark.text_at), row.words) << row.line;
    }
}

TEST(HeadingsTest, HeadingAndTextOnOneLine) {
    struct Row {
        std::string line, heading, body;
    };
    const std::string long_words =
        "Tiếp tục chỉ đạo các thôn, các ngành, các đoàn thể phối hợp chặt chẽ trong việc triển "
        "khai "
        "các nhiệm vụ được giao, nhất là giải phóng mặt bằng";
    const std::vector<Row> rows = {
        {"1.2. Chăn nuôi: Đàn lợn 500 con.", "1.2. Chăn nuôi:", "Đàn lợn 500 con."},
        {"1.3. Thủy sản: Thủy sản: 7,6 ha.", "1.3. Thủy sản:", "Thủy sản: 7,6 ha."},
        {"1.3.Kiểm tra, giám sát:Một cuộc", "1.3.Kiểm tra, giám sát:", "Một cuộc"},
        {"2. Họp đúng kỳ. Nội dung thiết thực.", "2. Họp đúng kỳ.", "Nội dung thiết thực."},
        {"2. Họp đúng kỳ.Nội dung thiết thực.", "2. Họp đúng kỳ.", "Nội dung thiết thực."},
        {"2. Công tác Tài nguyên môi trường;", "2. Công tác Tài nguyên môi trường;", ""},
        {"5.4. Hội CCB.", "5.4. Hội CCB.", ""},
        {"3. Đường về TP. Vinh", "3. Đường về TP. Vinh", ""},
        {"3. Họp lúc 19:30 tối", "3. Họp lúc 19:30 tối", ""},
        {"1. " + long_words, "", "1. " + long_words},
        {"1. " + long_words + ": tốt", "", "1. " + long_words + ": tốt"},
    };
    for (const Row& row : rows) {
        const HeadingLine cut = split_heading(row.line, heading_mark(row.line));
        EXPECT_EQ(cut.heading, row.heading) << row.line;
        EXPECT_EQ(cut.body, row.body) << row.line;
    }
}

TEST(HeadingsTest, CapitalsLabelsAndItems) {
    const auto line = [](const char* text) { return lines_of(text).at(0); };
    const Line plan = line("NHIỆM VỤ TRỌNG TÂM 3 THÁNG CUỐI NĂM 2023");
    EXPECT_TRUE(is_capital_heading(plan));
    for (const char* other : {"UBND", "Nhiệm vụ trọng tâm", "STT\tCHỈ TIÊU\tĐƠN VỊ TÍNH",
                              "- NHIỆM VỤ TRỌNG TÂM", "NHIỆM VỤ TRỌNG TÂM;"}) {
        EXPECT_FALSE(is_capital_heading(line(other))) << other;
    }
    EXPECT_TRUE(is_list_item("+ Vốn ngân hàng"));
    EXPECT_FALSE(is_list_item("Vốn ngân hàng"));
}

TEST(HeadingsTest, ItemsOfListsBeginWithABullet) {
    for (const char* item : {"- Vốn", "– Vốn", "— Vốn", "+ Vốn", "* Vốn", "• Vốn", "▪ Vốn", "-Vốn"})
        EXPECT_TRUE(is_list_item(item)) << item;
    for (const char* other : {"", "Vốn - vay", "a) Vốn", "1. Vốn"})
        EXPECT_FALSE(is_list_item(other)) << other;
}

// What is cut off and what is left are the line, but for the blanks between them.
TEST(HeadingsTest, NothingOfALineIsLost) {
    const std::vector<std::string> pieces = {
        "I.",  "1.",      "1.1.", "a)",    "Điều 5.", "PHẦN I", "A.",   ":",        ". ", " ",
        "Lúa", "LÚA MÙA", "TP.",  "19:30", "đ",       "1,5",    "(xã)", "\xC2\xA0", "-",  "–"};
    std::mt19937 random(5);
    const auto without = [](std::string text) {
        std::erase_if(text, [](char c) { return c == ' '; });
        for (std::size_t at; (at = text.find("\xC2\xA0")) != std::string::npos;) text.erase(at, 2);
        return text;
    };
    for (int round = 0; round < 3000; ++round) {
        std::string line;
        for (std::size_t i = 1 + random() % 9; i > 0; --i) line += pieces[random() % pieces.size()];
        const HeadingMark mark = heading_mark(line);
        ASSERT_LE(mark.text_at, line.size()) << line;
        if (mark.level == Level::none) {
            EXPECT_EQ(mark.text_at, 0U) << line;
            continue;
        }
        const HeadingLine cut = split_heading(line, mark);
        EXPECT_EQ(without(std::string(cut.heading) + std::string(cut.body)), without(line)) << line;
    }
}

}  // namespace
}  // namespace commsearch::report
