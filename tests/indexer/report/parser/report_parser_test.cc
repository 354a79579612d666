#include "indexer/report/parser/report_parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/tsv.h"
#include "indexer/report/text_scan.h"
#include "indexer/source/extract/raw_document.h"
#include "tests/indexer/report/parser/parsed.h"

namespace commsearch::report {
namespace {

TEST(ReportParserTest, StatePaper) {
    const Report report = parsed(std::string(state_paper));
    EXPECT_EQ(report.title,
              "Báo cáo Kết quả nhiệm vụ 9 tháng đầu năm, nhiệm vụ 3 tháng cuối năm 2023");
    EXPECT_EQ(report.number, "118/BC-UBND");
    EXPECT_EQ(report.issuer, "UBND xã Tân Lập");
    EXPECT_EQ(report.issuer_kind, Issuer::ubnd);
    EXPECT_EQ(report.type, DocumentType::bao_cao);
    EXPECT_EQ(report.commune.code, "07594");
    EXPECT_EQ(report.date, Date(2023, 9, 20));
    EXPECT_EQ(report.date_source, DateSource::signing);
    EXPECT_EQ(report.period.text(), "2023-M09");
    EXPECT_EQ(report.planned.text(), "2023-10/2023-12");
    EXPECT_EQ(passages_of(report),
              (Lines{"Thực hiện công văn của huyện, UBND xã báo cáo như sau:",
                     "I. KẾT QUẢ | 1. Nông nghiệp | Lúa 168 ha.",
                     "II. NHIỆM VỤ 3 THÁNG CUỐI NĂM | 1. Thu ngân sách: | Phấn đấu vượt thu.",
                     "Trên đây là báo cáo của UBND xã./."}));
    ASSERT_EQ(report.sections.size(), 4U);
    EXPECT_EQ(report.sections[1].topic, "nong-nghiep");
    EXPECT_EQ(report.sections[1].plan_or_result, PlanOrResult::result);
    EXPECT_EQ(report.sections[1].passages[0].first_line, 17U);
    EXPECT_EQ(report.sections[2].topic, "tai-chinh-ngan-sach");
    EXPECT_EQ(report.sections[2].plan_or_result, PlanOrResult::plan);
    EXPECT_EQ(report.sections[3].topic, "ket-thuc-ky");
    EXPECT_EQ(report.sections[3].plan_or_result, PlanOrResult::unknown);
}

TEST(ReportParserTest, HeaderFields) {
    struct Row {
        std::string text, number, issuer, code, title;
        std::uint32_t date;
    };
    const std::vector<Row> rows = {
        // Party paper; body and place in one line's capitals.
        {"ĐẢNG BỘ HUYỆN CON CUÔNG\nĐẢNG ỦY XÃ CHI KHÊ\n*\nSố 231-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
         "Chi Khê, ngày 31 tháng 7 năm 2023\nBÁO CÁO\nkết quả tháng 7\n-----\nThân bài.",
         "231-BC/ĐU", "Đảng ủy xã Chi Khê", "17251", "Báo cáo kết quả tháng 7", 20230731},
        // The body's name is lost, the number empty: symbol, place and recipients tell.
        {"   *\n  Số:   BC-ĐU\n\tĐẢNG CỘNG SẢN VIỆT NAM\n\n Cẩm Mỹ, ngày 15 tháng 5  năm 2023\n\n"
         "   BÁO CÁO\n  Kết quả tháng 5 triển khai\n  nhiệm vụ tháng 6 năm 2023\n\nThân bài.\n\n"
         "Nơi nhận:\t\t\tT/M  BAN THƯỜNG VỤ\n-TT huyện uỷ Cẩm Xuyên;\n- Lưu VP.",
         "", "Đảng ủy xã Cẩm Mỹ", "18739",
         "Báo cáo Kết quả tháng 5 triển khai nhiệm vụ tháng 6 năm 2023", 20230515},
        // Body and place on two lines.
        {"HỘI ĐỒNG NHÂN DÂN\nXÃ CHI KHÊ\nSố: 19/BC-HĐND\nChi Khê, ngày 25 tháng 12 năm 2023\n"
         "BÁO CÁO\nHoạt động năm 2023\n\nThân bài.",
         "19/BC-HĐND", "HĐND xã Chi Khê", "17251", "Báo cáo Hoạt động năm 2023", 20231225},
        // Columns side by side; day left blank.
        {"UBND XÃ CAO NGỌC\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "Số:     /BC-UBND\t\tCao Ngọc, ngày    tháng 10 năm 2023\nBÁO CÁO\nTháng 10\n\nThân bài.",
         "", "UBND xã Cao Ngọc", "15079", "Báo cáo Tháng 10", 20231000},
        // The kind of paper and its summary on one line.
        {"Số: 5/BC-UBND\nUBND XÃ CAO NGỌC\nBÁO CÁO KẾT QUẢ THÁNG 5 NĂM 2023\n\nThân bài.",
         "5/BC-UBND", "UBND xã Cao Ngọc", "15079", "BÁO CÁO KẾT QUẢ THÁNG 5 NĂM 2023", 0},
        // After the merger the same name is another place.
        {"ỦY BAN NHÂN DÂN\nXÃ CẨM MỸ\nSố: 5/BC-UBND\nCẩm Mỹ, ngày 5 tháng 8 năm 2025\nBÁO CÁO\n"
         "Tháng 7\n\nThân bài.",
         "5/BC-UBND", "UBND xã Cẩm Mỹ", "26341", "Báo cáo Tháng 7", 20250805},
        // Nothing tells which of many places of a name: no code, but the name.
        {"ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nSố: 5/BC-UBND\nTân Lập, ngày 5 tháng 8 năm 2023\nBÁO CÁO\n"
         "Tháng 7\n\nThân bài.",
         "5/BC-UBND", "UBND xã Tân Lập", "", "Báo cáo Tháng 7", 20230805},
        // A unit the tables do not know.
        {"ỦY BAN NHÂN DÂN\nXÃ ABCD EFGH\nSố: 5/BC-UBND\nBÁO CÁO\nTháng 7\n\nThân bài.", "5/BC-UBND",
         "UBND xã ABCD EFGH", "", "Báo cáo Tháng 7", 0},
    };
    for (const Row& row : rows) {
        const Report report = parsed(row.text);
        EXPECT_EQ(report.number, row.number) << row.text;
        EXPECT_EQ(report.issuer, row.issuer) << row.text;
        EXPECT_EQ(report.commune.code, row.code) << row.text;
        EXPECT_EQ(report.title, row.title) << row.text;
        EXPECT_EQ(report.date.number(), row.date) << row.text;
        EXPECT_EQ(passages_of(report), Lines{"Thân bài."}) << row.text;
    }
}

TEST(ReportParserTest, ADateOfTheBodyNeverBecomesThePapers) {
    const std::string head =
        "ỦY BAN NHÂN DÂN\nXÃ CAO NGỌC\nSố: 12/BC-UBND\nBÁO CÁO\nTình hình tháng 9\n\n"
        "I. KINH TẾ\nThu hoạch lạc.\n";
    for (const std::string last :
         {"Hoàn thành trước ngày 31/12/2030.", "Nghị quyết ngày 5 tháng 6 năm 2015",
          "Ông Lê Văn A sinh ngày 12/3/1958", "Sinh ngày 12/3/1958"}) {
        EXPECT_FALSE(parsed(head + last).date.is_known()) << last;
    }
    EXPECT_EQ(parsed(head + "Cao Ngọc, ngày 2 tháng 10 năm 2023").date, Date(2023, 10, 2));
}

/// Every irregularity of headings and bodies that real reports showed, as lines of the same shape.
TEST(ReportParserTest, Irregularities) {
    struct Row {
        std::string what, text;
        Lines passages;
    };
    const std::string long_item =
        "Tiếp tục chỉ đạo các thôn, các ngành, các đoàn thể phối hợp chặt chẽ trong việc triển "
        "khai "
        "các nhiệm vụ được giao, nhất là giải phóng mặt bằng";
    const std::vector<Row> rows = {
        {"heading and text on one line",
         "I. KINH TẾ\n1.2. Về chăn nuôi: Đàn lợn 500 con.",
         {"I. KINH TẾ | 1.2. Về chăn nuôi: | Đàn lợn 500 con."}},
        {"heading word repeated",
         "1.3. Thủy sản: Thủy sản: 7,6ha.",
         {"1.3. Thủy sản: | Thủy sản: 7,6ha."}},
        {"no space after number",
         "1.3.Công tác kiểm tra: Một cuộc.",
         {"1.3.Công tác kiểm tra: | Một cuộc."}},
        {"space before dot",
         "5. Đoàn thể\n5.1 . Mặt trận xã:\nTốt.\n5.3: Hội Phụ nữ xã.\nKhá.",
         {"5. Đoàn thể | 5.1 . Mặt trận xã: | Tốt.", "5. Đoàn thể | 5.3: Hội Phụ nữ xã. | Khá."}},
        {"label glued to text",
         "2.2. Giáo dục:\n- Bậc Mầm non:Tập thể tốt.\n-Việc thu chậm.",
         {"2.2. Giáo dục: | - Bậc Mầm non:Tập thể tốt./-Việc thu chậm."}},
        {"missing number",
         "2.3. Dân vận\nMột.\n2.5. Dân tộc\nHai.",
         {"2.3. Dân vận | Một.", "2.5. Dân tộc | Hai."}},
        {"unnumbered heading in capitals",
         "IV. TỒN TẠI\n1. Hạn chế\nChậm.\nNHIỆM VỤ TRONG TÂM 3 THÁNG CUỐI NĂM\n1. Về kinh tế\nThu.",
         {"IV. TỒN TẠI | 1. Hạn chế | Chậm.",
          "NHIỆM VỤ TRONG TÂM 3 THÁNG CUỐI NĂM | 1. Về kinh tế | Thu."}},
        {"heading missing: the plan begins where numbers do",
         "A. KẾT QUẢ\nIII. TỒN TẠI\n1. " + long_item + ".\n1. " + long_item + " mới.",
         {"A. KẾT QUẢ | III. TỒN TẠI | 1. " + long_item + ".", "1. " + long_item + " mới."}},
        {"numbering restarts: the path tells",
         "I. MỘT\n1. Dân vận\nX.\nII. HAI\n1. Dân vận\nY.",
         {"I. MỘT | 1. Dân vận | X.", "II. HAI | 1. Dân vận | Y."}},
        {"leading NBSP and tabs",
         "\u00A0\u00A0 3.1. Quốc phòng:\u00A0Trực.\n\t\t 3.2. ANTT: Yên.",
         {"3.1. Quốc phòng: | Trực.", "3.2. ANTT: | Yên."}},
        {"heading ends with ; or nothing, trailing tabs",
         "2. Tài nguyên;\nX.\n4. Kiểm tra giám sát\nY.\n5.4. Hội CCB.\t\t\nZ.",
         {"2. Tài nguyên; | X.", "4. Kiểm tra giám sát | Y.",
          "4. Kiểm tra giám sát | 5.4. Hội CCB. | Z."}},
        {"list intro in its own line",
         "1.9. Tín dụng:\nDư nợ 9 tỷ,\nTrong đó:\n+ Vốn A: 6 tỷ.",
         {"1.9. Tín dụng: | Dư nợ 9 tỷ,/Trong đó:/+ Vốn A: 6 tỷ."}},
        {"paragraph broken in the middle",
         "5.1. Văn hóa\nđề nghị tặng\n\n\nquà cho hộ.",
         {"5.1. Văn hóa | đề nghị tặng/quà cho hộ."}},
        {"part and its words on two lines",
         "PHẦN THỨ NHẤT\nKẾT QUẢ NĂM 2023\nI. KINH TẾ\nX.",
         {"PHẦN THỨ NHẤT KẾT QUẢ NĂM 2023 | I. KINH TẾ | X."}},
        {"heading in capitals broken",
         "II. PHÁT TRIỂN VĂN HÓA VÀ\nCÁC TỔ CHỨC CHÍNH TRỊ\nX.",
         {"II. PHÁT TRIỂN VĂN HÓA VÀ CÁC TỔ CHỨC CHÍNH TRỊ | X."}},
        {"numbers that are no headings",
         "I. KINH TẾ\n1.020 ha vải.\n8/8 thôn ra quân.\n15.3 tỷ đồng.",
         {"I. KINH TẾ | 1.020 ha vải./8/8 thôn ra quân./15.3 tỷ đồng."}},
        {"leaf headings and short items of a plan",
         "B. NHIỆM VỤ\n1. Y tế\n2. Hoàn thành thu ngân sách và trả hết nợ thuế đất của hộ dân.\n"
         "3. Bàn giao bốn phòng học mầm non mới trước ngày khai giảng năm học.",
         {"B. NHIỆM VỤ | 1. Y tế",
          "B. NHIỆM VỤ | 2. Hoàn thành thu ngân sách và trả hết nợ thuế đất của hộ dân./"
          "3. Bàn giao bốn phòng học mầm non mới trước ngày khai giảng năm học."}},
        {"image names",
         "I. KINH TẾ\nHọp z4784430075209_6e35.jpg tại xã\ndong chi thuy phat bieu.jpg\nXong.",
         {"I. KINH TẾ | Họp/tại xã/Xong."}},
        {"page numbers between lines of text",
         "I. KINH TẾ\nMột dòng chữ đủ dài để là phần thân của văn bản\n1\nMột dòng chữ khác cũng "
         "dài như thế của "
         "văn bản\n- 2 -\nDòng cuối cùng của phần thân văn bản này cũng dài",
         {"I. KINH TẾ | Một dòng chữ đủ dài để là phần thân của văn bản/Một dòng chữ khác cũng dài "
          "như thế của văn "
          "bản/Dòng cuối cùng của phần thân văn bản này cũng dài"}},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(passages_of(parsed("Báo cáo tháng 5 năm 2023\n" + row.text)), [&] {
            Lines expected = row.passages;
            expected.insert(expected.begin(), "Báo cáo tháng 5 năm 2023");
            return expected;
        }()) << row.what;
    }
}

TEST(ReportParserTest, OnlyReportsLookForTheirPeriodInTheText) {
    const struct {
        std::string text, period;
    } rows[] = {
        {"BÁO CÁO\nCông tác dân vận\n\nTrong tháng 9 năm 2023, xã đã họp.\nI. KẾT QUẢ\nTốt.",
         "2023-09"},
        {"BÁO CÁO\nCông tác dân vận\n\nCăn cứ Kế hoạch công tác năm 2023;\nI. KẾT QUẢ\nTốt.", ""},
        {"BÁO CÁO\nCông tác dân vận\n\nTheo Hiến pháp năm 1992 đã được sửa đổi.\nI. KẾT QUẢ\nTốt.",
         ""},
        {"KẾ HOẠCH\nCông tác dân vận\n\nNăm 2022, xã đã họp.\nI. KẾT QUẢ NĂM 2022\nTốt.", ""},
        // When something was is no period of the paper.
        {"BÁO CÁO\nXét công nhận xã an toàn khu\n\nNăm 1947 xã có hai làng.\n1. Liệt sĩ\nCó 214.",
         ""},
        {"BÁO CÁO\nKiểm tra chợ xã\n\nChợ có 5 quầy xây dựng năm 2022.\n1. Tồn tại\nDây điện.", ""},
        {"BÁO CÁO\nTiến độ công trình\n\nĐạt 60 %, chậm 2 tháng so với cam kết.\n1. Cầu\nTốt.", ""},
        {"BÁO CÁO\nCông tác dân vận\n\n9 tháng đầu năm 2023 xã đã họp.\nI. KẾT QUẢ\nTốt.",
         "2023-M09"},
        {"LUẬT\nTHANH TRA\n\nCăn cứ Hiến pháp năm 1992 đã được sửa đổi;\nChương I\nCHUNG\nTốt.",
         ""},
        {"QUYẾT ĐỊNH\nCông nhận Ban Chấp hành Hội nhiệm kỳ 2025 - 2030\nĐiều 1. Công nhận.", ""},
    };
    for (const auto& row : rows) {
        const Report report = parsed("Số: 15/UBND\nCẩm Mỹ, ngày 05 tháng 10 năm 2023\n" + row.text);
        EXPECT_EQ(report.period.text(), row.period) << row.text;
        EXPECT_EQ(report.planned.text(), "") << row.text;
    }
}

TEST(ReportParserTest, Horizons) {
    const Report report = parsed(
        "BÁO CÁO\nKết quả tháng 11, nhiệm vụ tháng 12 năm 2023\n\nMở đầu.\nA. KẾT QUẢ THÁNG 11\n"
        "1. Lãnh đạo nhiệm vụ phát triển kinh tế\nX.\nB. TỒN TẠI\nChậm.\nC. NHIỆM VỤ THÁNG 12\n"
        "1. Kết quả thu\nY.\nD. KIẾN NGHỊ\nXin vốn.\nE. TỔ CHỨC THỰC HIỆN\nZ.");
    std::vector<PlanOrResult> told;
    for (const Section& section : report.sections) told.push_back(section.plan_or_result);
    EXPECT_EQ(told, (std::vector<PlanOrResult>{PlanOrResult::result, PlanOrResult::result,
                                               PlanOrResult::result, PlanOrResult::plan,
                                               PlanOrResult::unknown, PlanOrResult::plan}));
}

TEST(ReportParserTest, TextsThatAreNoReportsLoseNothing) {
    struct Row {
        std::string text, title;
        Lines passages;
    };
    const std::string long_line = std::string("Một câu dài ") + std::string(300, 'a');
    const std::vector<Row> rows = {
        {"", "", {}},
        {" \n\n ", "", {}},
        {"***\n----\n", "", {}},
        {"một dòng", "một dòng", {"một dòng"}},
        {long_line, "", {long_line}},
        {"Điều 5. Quyền của công dân\n1. Công dân có quyền.\n2. Công dân có nghĩa vụ.",
         "Điều 5. Quyền của công dân",
         {"Điều 5. Quyền của công dân | 1. Công dân có quyền.",
          "Điều 5. Quyền của công dân | 2. Công dân có nghĩa vụ."}},
        {"Giới thiệu\nLiên hệ\nHôm nay trời đẹp.",
         "Giới thiệu",
         {"Giới thiệu/Liên hệ/Hôm nay trời đẹp."}},
        {"KT-XH NĂM 2023 CỦA XÃ\nTốt.", "KT-XH NĂM 2023 CỦA XÃ", {"KT-XH NĂM 2023 CỦA XÃ | Tốt."}},
    };
    for (const Row& row : rows) {
        const Report report = parsed(row.text);
        EXPECT_EQ(report.title, row.title) << row.text;
        EXPECT_EQ(passages_of(report), row.passages) << row.text;
    }
}

}  // namespace
}  // namespace commsearch::report
