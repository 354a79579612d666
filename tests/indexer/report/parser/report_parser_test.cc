#include "indexer/report/parser/report_parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/tsv.h"
#include "indexer/report/text_scan.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch {
namespace {

Report parsed(const RawDocument& document) {
    static const Gazetteer gazetteer;
    static const Taxonomy taxonomy;
    return parse_report(document, gazetteer, taxonomy);
}

Report parsed(std::string text) {
    RawDocument document;
    document.text = std::move(text);
    return parsed(document);
}

/// Each passage as "path | path: text" with '/' for line ends, in order.
std::vector<std::string> passages_of(const Report& report) {
    std::vector<std::string> found;
    for (const Section& section : report.sections) {
        for (const Passage& passage : section.passages) {
            std::string line;
            for (const std::string& heading : section.heading_path) line += heading + " | ";
            line += passage.text;
            std::replace(line.begin(), line.end(), '\n', '/');
            found.push_back(line);
        }
    }
    return found;
}

using Lines = std::vector<std::string>;

constexpr std::string_view state_paper =
    "UBND HUYỆN LỤC NGẠN\nỦY BAN NHÂN DÂN XÃ TÂN LẬP\n\nSố: 118/BC-UBND\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Tân Lập, ngày 20 tháng 9 năm 2023\n\nBÁO CÁO\n"
    "Kết quả nhiệm vụ 9 tháng đầu năm,\nnhiệm vụ 3 tháng cuối năm 2023\n\n"
    "Thực hiện công văn của huyện, UBND xã báo cáo như sau:\n"
    "I. KẾT QUẢ\n1. Nông nghiệp\nLúa 168 ha.\n"
    "II. NHIỆM VỤ 3 THÁNG CUỐI NĂM\n1. Thu ngân sách: Phấn đấu vượt thu.\n"
    "Trên đây là báo cáo của UBND xã./.\n\n"
    "Nơi nhận:\t\t\tTM. ỦY BAN NHÂN DÂN\n- UBND huyện (b/c);\t\tCHỦ TỊCH\n- Lưu: VT.\n\nLý Văn "
    "Thìn\n";

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
         "", "UBND xã Cao Ngọc", "15079", "Báo cáo Tháng 10", 20231001},
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

TEST(ReportParserTest, PortalPage) {
    const std::string body =
        "Sáng 12/5, Đảng ủy xã Cao Ngọc họp sơ kết, đánh giá kết quả tháng 5 và bàn nhiệm vụ "
        "tháng sau.\nI. KẾT QUẢ\nLúa xuân đã trổ đều, ước năng suất khá hơn năm trước nhiều.\n"
        "Toàn xã trồng thêm 12 ha keo, không để xảy ra cháy rừng trong tháng.\n";
    const std::string text =
        "Ý kiến thăm dò\n\nTình hình kinh tế - xã hội\n\nTruy cập\nHôm nay:\n1\nHôm qua:\n0\nTất "
        "cả:\n8719\n\n"
        "Đảng ủy xã Cao Ngọc sơ kết tháng 5, nhiệm vụ tháng 6 năm 2023\n\nNgày 12/05/2023 "
        "20:10:40\n\n" +
        body + "Đảng ủy xã Cao Ngọc sơ kết tháng 5, nhiệm vụ tháng 6 năm 2023\n" +
        "Đăng lúc: 12/05/2023 20:10:40 (GMT+7)\n" + body +
        "z4784430075488_ef7fcef72696fab984cfec0f5aa25122.jpgz47844300_6e35.jpg\ncông khai THHC\n";
    const Report report = parsed(text);
    EXPECT_EQ(report.title, "Đảng ủy xã Cao Ngọc sơ kết tháng 5, nhiệm vụ tháng 6 năm 2023");
    EXPECT_EQ(report.issuer, "Đảng ủy xã Cao Ngọc");
    EXPECT_EQ(report.commune.code, "15079");
    ASSERT_EQ(report.successors.size(), 1U);
    EXPECT_EQ(report.successors[0].code, "15124");
    EXPECT_EQ(report.date, Date(2023, 5, 12));
    EXPECT_EQ(report.date_source, DateSource::posting);
    EXPECT_EQ(report.type, DocumentType::bao_cao);
    EXPECT_EQ(report.period.text(), "2023-05");
    EXPECT_EQ(report.planned.text(), "2023-06");
    EXPECT_EQ(
        passages_of(report),
        (Lines{"Sáng 12/5, Đảng ủy xã Cao Ngọc họp sơ kết, đánh giá kết quả tháng 5 và bàn nhiệm "
               "vụ tháng sau.",
               "I. KẾT QUẢ | Lúa xuân đã trổ đều, ước năng suất khá hơn năm trước nhiều./"
               "Toàn xã trồng thêm 12 ha keo, không để xảy ra cháy rừng trong tháng."}));
}

TEST(ReportParserTest, SentencesAboveAnEmbeddedPaperStay) {
    const Report report = parsed(
        "Kết quả tháng 5 năm 2023\n12/05/2023\nĐảng ủy xã vừa có báo cáo kết quả tháng 5.\n"
        "ĐẢNG ỦY XÃ CAO NGỌC\nSố 31-BC/ĐU\nCao Ngọc, ngày 10 tháng 5 năm 2023\nBÁO CÁO\n"
        "kết quả tháng 5 năm 2023\n\nThân bài.");
    EXPECT_EQ(report.number, "31-BC/ĐU");
    EXPECT_EQ(report.date, Date(2023, 5, 10));
    EXPECT_EQ(passages_of(report), Lines{"Đảng ủy xã vừa có báo cáo kết quả tháng 5./Thân bài."});
}

TEST(ReportParserTest, PortalAnnouncesThePaper) {
    const Report report = parsed(
        "Xã Mai Thủy: Tình hình tháng 11\n02/12/2024 07:45\n"
        "Báo cáo số 152/BC-UBND ngày 29/11/2024 của UBND xã Mai Thủy nêu kết quả.\nA. TÌNH "
        "HÌNH\nTốt.");
    EXPECT_EQ(report.number, "152/BC-UBND");
    EXPECT_EQ(report.date, Date(2024, 11, 29));
    EXPECT_EQ(report.issuer_kind, Issuer::ubnd);
    EXPECT_EQ(report.commune.code, "19309");
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

TEST(ReportParserTest, Horizons) {
    const Report report = parsed(
        "BÁO CÁO\nKết quả tháng 11, nhiệm vụ tháng 12 năm 2023\n\nMở đầu.\nA. KẾT QUẢ THÁNG 11\n"
        "1. Lãnh đạo nhiệm vụ phát triển kinh tế\nX.\nB. TỒN TẠI\nChậm.\nC. NHIỆM VỤ THÁNG 12\n"
        "1. Kết quả thu\nY.\nD. KIẾN NGHỊ\nXin vốn.\nE. TỔ CHỨC THỰC HIỆN\nZ.");
    std::vector<PlanOrResult> horizons;
    for (const Section& section : report.sections) horizons.push_back(section.plan_or_result);
    EXPECT_EQ(horizons, (std::vector<PlanOrResult>{PlanOrResult::result, PlanOrResult::result,
                                                   PlanOrResult::result, PlanOrResult::plan,
                                                   PlanOrResult::unknown, PlanOrResult::plan}));
}

TEST(ReportParserTest, WhatTheSourceStatesWins) {
    RawDocument document;
    document.text = state_paper;
    document.stated = {.title = "Tên khác - Cổng thông tin điện tử xã Tân Lập",
                       .number = "9/BC-UBND",
                       .issuer = "dang-uy",
                       .type = "nghi-quyet",
                       .commune = "Cao Ngọc",
                       .commune_code = {},
                       .district = "Ngọc Lặc",
                       .province = "Thanh Hóa",
                       .date = "2022-01-02",
                       .period = "2021-Q4"};
    const Report report = parsed(document);
    EXPECT_EQ(report.title, "Tên khác");
    EXPECT_EQ(report.number, "9/BC-UBND");
    EXPECT_EQ(report.issuer, "Đảng ủy xã Cao Ngọc");
    EXPECT_EQ(report.type, DocumentType::nghi_quyet);
    EXPECT_EQ(report.commune.code, "15079");
    EXPECT_EQ(report.date, Date(2022, 1, 2));
    EXPECT_EQ(report.date_source, DateSource::stated);
    EXPECT_EQ(report.period.text(), "2021-Q4");
}

TEST(ReportParserTest, StatedPassagesStayAsTheyAre) {
    RawDocument document;
    document.id = "x";
    document.stated.title = "Báo cáo tháng 5, nhiệm vụ tháng 6 năm 2023";
    document.passages = {{"I. KẾT QUẢ > 1. Chăn nuôi", "  Đàn lợn 500 con.\n"},
                         {"", " "},
                         {"II. NHIỆM VỤ THÁNG 6", "Tiêm phòng."},
                         {"", "Không có đầu mục."}};
    const Report report = parsed(document);
    EXPECT_EQ(passages_of(report),
              (Lines{"I. KẾT QUẢ | 1. Chăn nuôi | Đàn lợn 500 con.",
                     "II. NHIỆM VỤ THÁNG 6 | Tiêm phòng.", "Không có đầu mục."}));
    EXPECT_EQ(report.sections[0].passages[0].first_line, 1U);
    EXPECT_EQ(report.sections[0].topic, "chan-nuoi-thu-y");
    EXPECT_EQ(report.sections[1].passages[0].first_line, 3U);
    EXPECT_EQ(report.sections[1].plan_or_result, PlanOrResult::plan);
}

TEST(ReportParserTest, EachDateIsKeptApart) {
    const Report signed_paper = parsed(std::string(state_paper));
    EXPECT_EQ(signed_paper.signing_date, Date(2023, 9, 20));
    EXPECT_EQ(signed_paper.posting_date, Date{});
    EXPECT_EQ(signed_paper.period.text(), "2023-M09");
    EXPECT_EQ(signed_paper.planned.text(), "2023-10/2023-12");
    const Report posted = parsed(
        "Menu\nUBND xã Bản Liền báo cáo kết quả tháng 9 năm 2023\nĐăng lúc: 05/10/2023 16:39\n\n" +
        std::string(state_paper));
    EXPECT_EQ(posted.signing_date, Date(2023, 9, 20));
    EXPECT_EQ(posted.posting_date, Date(2023, 10, 5));
    EXPECT_EQ(posted.date, Date(2023, 9, 20));
}

TEST(ReportParserTest, PagesOfPassages) {
    RawDocument document;
    document.text = "Báo cáo tháng 5 năm 2023\nI. KINH TẾ\nLúa.\nII. XÃ HỘI\nTrường.\n";
    document.page_starts = {1, 4};
    const Report report = parsed(document);
    ASSERT_EQ(report.sections.size(), 3U);
    EXPECT_EQ(report.sections[1].passages[0].page, 1U);
    EXPECT_EQ(report.sections[2].passages[0].page, 2U);
    document.page_starts.clear();
    EXPECT_EQ(parsed(document).sections[2].passages[0].page, 0U);
}

TEST(ReportParserTest, AnAmbiguousCommuneHasCandidates) {
    const Report report = parsed("UBND XÃ TÂN LẬP\nBÁO CÁO\nKết quả tháng 6 năm 2024\n\nLúa tốt.");
    EXPECT_EQ(report.commune.code, "");
    EXPECT_EQ(report.commune.name, "Tân Lập");
    EXPECT_GE(report.candidates.size(), 20U);
    EXPECT_TRUE(parsed(std::string(state_paper)).candidates.empty());
}

TEST(ReportParserTest, AFolderStatesThePlaceOnlyWhereThePaperDoesNot) {
    const struct {
        std::string id, text, code;
    } rows[] = {
        {"ben-tre/thanh-phu-dong/x.txt", "Kết quả tháng 5 năm 2023\n\nLúa.", "29041"},
        {"Thanh Hóa/xã Cao Ngọc/x.txt", "Kết quả tháng 5 năm 2023\n\nLúa.", "15079"},
        // The province above decides: the Cẩm Mỹ of Hà Tĩnh is none of Đồng Nai.
        {"dong-nai/cam-my/x.txt", "Kết quả tháng 5 năm 2023\n\nLúa.", "26341"},
        {"ha-tinh/cam-my/x.txt", "Kết quả tháng 5 năm 2023\n\nLúa.", "18739"},
        {"dong-nai/cam-my/x.txt", "Kết quả tháng 9 năm 2025\n\nNgày 30 tháng 9 năm 2025.", "26341"},
        {"ben-tre/thanh-phu-dong/x.txt",
         "UBND xã Cao Ngọc báo cáo kết quả tháng 5 năm 2023\n\nLúa.", "15079"},
    };
    for (const auto& [id, text, code] : rows) {
        RawDocument document;
        document.id = id;
        document.text = text;
        EXPECT_EQ(parsed(document).commune.code, code) << id << ": " << text;
    }
}

TEST(ReportParserTest, FoldersAreTheLastHint) {
    RawDocument document;
    document.id = "bac-giang/tan-lap/x.txt";
    document.text = "Kết quả công tác tháng 5 năm 2023\n\nLúa tốt.";
    EXPECT_EQ(parsed(document).commune.code, "07594");
    document.id = "tan-lap/x.txt";
    EXPECT_EQ(parsed(document).commune.code, "");
    EXPECT_EQ(parsed(document).commune.name, "Tân Lập");
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
}  // namespace commsearch
