// Pages of words and where they stand -> paragraphs.

#include "indexer/source/formats/page_paragraphs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/page_boxes.h"
#include "tests/indexer/source/formats/typed_page.h"

namespace commsearch::source {
namespace {

RawDocument joined(const std::vector<std::string>& pages) {
    std::vector<BoxedPage> boxed;
    for (const std::string& page : pages) boxed.push_back(typed_page(page));
    return joined_paragraphs(std::move(boxed));
}

/// Pads a page to where the bottom of a sheet is.
std::string with_footer(std::string page, const std::string& footer) {
    const auto lines = std::count(page.begin(), page.end(), '\n');
    return page.append(static_cast<std::size_t>(70 - lines), '\n') + footer + '\n';
}

const std::string full =
    "Trong tháng xã đã triển khai gieo cấy vụ xuân, tập trung chỉ đạo";  // 64 letters

struct Row {
    std::vector<std::string> pages;
    std::string text;
    std::vector<std::uint32_t> starts = {1};
};

TEST(PageParagraphs, JoinsLinesToParagraphs) {
    const std::vector<Row> rows = {
        {{full + "\nTiếp theo.\nĐoạn khác"}, full + " Tiếp theo.\nĐoạn khác\n"},
        {{"TIÊU ĐỀ\n" + full + "\n- Một\n1.2. Hai\na) Ba"},
         "TIÊU ĐỀ\n" + full + "\n- Một\n1.2. Hai\na) Ba\n"},
        {{full + "\n2023. Sau đó"}, full + " 2023. Sau đó\n"},
        {{full + "\n" + full + "\n\n\nĐoạn mới"}, full + " " + full + "\nĐoạn mới\n"},
        {{"Một.", "Hai."}, "Một.\nHai.\n", {1, 2}},
        {{full + "\n- xã hội"}, full + " - xã hội\n"},
        {{full + "\nĐiều 5 Luật này"}, full + " Điều 5 Luật này\n"},
        {{"TM. ỦY BAN NHÂN\nDÂN\nCHỦ TỊCH"}, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"},
        {{full + "\nĐiều 5. Phạm vi"}, full + "\nĐiều 5. Phạm vi\n"},
    };
    for (const Row& row : rows) {
        const RawDocument document = joined(row.pages);
        EXPECT_EQ(document.text, row.text);
        EXPECT_EQ(document.page_starts, row.starts) << row.text;
    }
}

TEST(PageParagraphs, BeginsAParagraphWhereAFullLineEndsASentenceAndTheNextIsIndented) {
    const std::string ended = full.substr(0, full.size() - 1) + '.';
    EXPECT_EQ(joined({ended + "\n   " + "Đoạn mới\n" + full}).text,
              ended + "\nĐoạn mới\n" + full + '\n');
    EXPECT_EQ(joined({ended + "\nCâu sau."}).text, ended + " Câu sau.\n");
}

TEST(PageParagraphs, KeepsTheHyphenAndTheSlashAtTheEndOfALine) {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"số 186/KH-\nUBND ngày", "số 186/KH-UBND ngày\n"},
        {"Kết luận số 1208-\nKL/TU", "Kết luận số 1208-KL/TU\n"},
        {"số 186/\nKH-UBND", "số 186/KH-UBND\n"},
        {"Quốc phòng-\nAn ninh", "Quốc phòng-An ninh\n"},
        {full + " kinh tế -\nxã hội", full + " kinh tế - xã hội\n"},
        {"-----\nA. KẾT QUẢ", "-----\nA. KẾT QUẢ\n"},
    };
    for (const auto& [page, text] : rows) EXPECT_EQ(joined({page}).text, text);
}

TEST(PageParagraphs, IsReadOverThePiecesOfALine) {
    EXPECT_EQ(
        joined({"trong tháng thu hoạch xong khoai\nmì      cao     sản       trên\nđất đồi"}).text,
        "trong tháng thu hoạch xong khoai mì cao sản trên đất đồi\n");
    // What a clerk typed into a form stands in a block of its own.
    BoxedPage page = typed_page("Số: 243 /BC-UBND\n\n" + full);
    ASSERT_EQ(page.lines.size(), 2U);
    BoxedLine typed{.words = {page.lines[0].words.back()}, .box = {}, .block = 99};
    typed.box = typed.words.front().box;
    page.lines[0].words.pop_back();
    page.lines[0].box.right = page.lines[0].words.back().box.right;
    page.lines.insert(page.lines.begin() + 1, typed);
    EXPECT_EQ(joined_paragraphs({page}).text, "Số: 243 /BC-UBND\n" + full + '\n');
}

TEST(PageParagraphs, GoesOnOverTheEndOfAPage) {
    const RawDocument document =
        joined({with_footer(full, "1"), with_footer("2\n\nXã Cẩm Mỹ.\nĐoạn sau.", "")});
    EXPECT_EQ(document.text, full + " Xã Cẩm Mỹ.\nĐoạn sau.\n");
    EXPECT_EQ(document.page_starts, (std::vector<std::uint32_t>{1, 2}));
}

TEST(PageParagraphs, DropsANumberOnlyWhereItCountsThePages) {
    const std::string text = full + "\nxong.\nTổng thu ngân sách (đồng):";
    const std::string one = full + " xong.\nTổng thu ngân sách (đồng):";
    const std::vector<Row> rows = {
        {{text + "\n2450"}, one + "\n2450\n"},
        {{with_footer(text, "2450")}, one + "\n2450\n"},
        {{with_footer(text, "7")}, one + "\n7\n"},
        {{with_footer(text, "- 1 -")}, one + "\n"},
        {{text, with_footer("Hai.", "2")}, one + "\nHai.\n", {1, 3}},
        {{text, with_footer("Hai.", "12"), with_footer("Ba.", "31"), with_footer("Bốn.", "43")},
         one + "\nHai.\n12\nBa.\n31\nBốn.\n43\n",
         {1, 3, 5, 7}},
        {{with_footer(text, "11"), with_footer("Hai.", "12"), with_footer("Ba.", "Trang 13")},
         one + "\nHai.\nBa.\n",
         {1, 3, 4}},
    };
    for (const Row& row : rows) {
        const RawDocument document = joined(row.pages);
        EXPECT_EQ(document.text, row.text);
        EXPECT_EQ(document.page_starts, row.starts) << row.text;
    }
}

TEST(PageParagraphs, LeavesRunningLinesOut) {
    const std::string gazette = "CÔNG BÁO/Số 15 + 16/Ngày 30-12-2024";
    EXPECT_EQ(joined({"22 " + gazette + "\n\nThương nhân phải", gazette + "\n23\n\nđăng ký.",
                      "24 " + gazette + "\n\nNgười bán nộp phí.", gazette + " 25\n\nBãi bỏ."})
                  .text,
              "Thương nhân phải đăng ký.\nNgười bán nộp phí.\nBãi bỏ.\n");
    // Parts of a paper that are numbered, and papers below one another, are no running lines.
    const std::string parts = "Phụ lục 1\nMột.\nPhụ lục 2\nHai.\nPhụ lục 3\nBa.\n";
    EXPECT_EQ(joined({"Phụ lục 1\nMột.", "Phụ lục 2\nHai.", "Phụ lục 3\nBa."}).text, parts);
    const std::string head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";
    EXPECT_EQ(joined({head + "Một.", head + "Hai.", head + "Ba."}).text,
              head + "Một.\n" + head + "Hai.\n" + head + "Ba.\n");
}

TEST(PageParagraphs, LeavesOutWhatStandsAboveBothPagesAndWhatBrowsersPrint) {
    const std::string head = "Báo cáo của xã An Phú\n\n";
    const std::string letterhead = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMột.";
    EXPECT_EQ(joined({head + letterhead, head + "Hai."}).text, letterhead + "\nHai.\n");
    // It may be the title.
    EXPECT_EQ(joined({head + "Một.", head + "Hai."}).text, "Báo cáo của xã An Phú\nMột.\nHai.\n");
    EXPECT_EQ(joined({head + "Một.", "\n\n" + head + "Hai."}).text,
              "Báo cáo của xã An Phú\nMột.\nBáo cáo của xã An Phú\nHai.\n");
    EXPECT_EQ(
        joined({with_footer("11/29/26, 2:49 AM   Tin xã\n\nMột.", "https://a.vn/tin    1/1")}).text,
        "Một.\n");
    EXPECT_EQ(joined({with_footer("Một.", "Trang của xã: https://a.vn/tin")}).text,
              "Một.\nTrang của xã: https://a.vn/tin\n");
}

TEST(PageParagraphs, KeepsSentencesThatPagesBeginWith) {
    const std::string line = "và thu ngân sách trên địa bàn xã.";
    EXPECT_EQ(joined({line + "\nMột.", line + "\nHai.", line + "\nBa."}).text,
              line + "\nMột.\n" + line + "\nHai.\n" + line + "\nBa.\n");
}

struct TableCase {
    std::string page;
    std::string text;
    std::vector<TableSpan> tables;
};

TEST(PageParagraphs, TablesAreRowsOfCells) {
    const std::vector<TableCase> cases = {
        {"Biểu tổng hợp hộ nghèo:\n"
         "Thôn                     Hộ nghèo\n"
         "Thôn Hạ Sơn              12\n"
         "Thôn Thượng Giang        31\n"
         "Cộng                     43\n",
         "Biểu tổng hợp hộ nghèo:\nThôn\tHộ nghèo\nThôn Hạ Sơn\t12\nThôn Thượng "
         "Giang\t31\nCộng\t43\n",
         {{.first_line = 2, .last_line = 5, .header_rows = 1}}},
        // A cell of two lines; a group of rows; an empty cell.
        {full +
             ".\n\n"
             "TT    Chỉ tiêu              Đơn vị    Kế hoạch    Thực hiện\n"
             "1     Tổng sản lượng        tấn       9.860       10.433\n"
             "2     Thu ngân sách                   1.200       1.500\n"
             "3     Hộ nghèo              hộ        12          7\n\n" +
             full + ".\n",
         full +
             ".\nTT\tChỉ tiêu\tĐơn vị\tKế hoạch\tThực hiện\n1\tTổng sản lượng\ttấn\t9.860\t10.433\n"
             "2\tThu ngân sách\t\t1.200\t1.500\n3\tHộ nghèo\thộ\t12\t7\n" +
             full + ".\n",
         {{.first_line = 2, .last_line = 5, .header_rows = 1}}},
        // Cells as close as words; heads above heads.
        {"I. KINH TẾ\n\n"
         "                    Số hộ nghèo\n"
         "Thôn\n"
         "                   Nghèo Cận nghèo\n"
         "Thôn Hạ Sơn        12    7\n"
         "Thôn Thượng Giang  3     5\n",
         "I. KINH TẾ\nThôn\tSố hộ nghèo\n\tNghèo\tCận nghèo\nThôn Hạ Sơn\t12\t7\nThôn Thượng "
         "Giang\t3\t5\n",
         {{.first_line = 2, .last_line = 5, .header_rows = 2}}},
        // Rows begin at the top of their cells; the last one and the heads have lines too.
        {"TT    Nội dung              Kế hoạch    Thực\n"
         "                            năm         hiện\n"
         "1     Rà soát danh sách     10          9\n"
         "      hộ nghèo trên\n"
         "      địa bàn xã An\n"
         "      Phú giai đoạn\n"
         "      hai năm 2021-\n"
         "      2025 theo chuẩn\n"
         "      nghèo đa chiều\n"
         "2     Tu sửa kênh           1.500.00    18\n"
         "                            0\n"
         "3     Tiêm phòng đàn        30          27\n"
         "      gia súc\n",
         "TT\tNội dung\tKế hoạch năm\tThực hiện\n1\tRà soát danh sách hộ nghèo trên địa bàn xã An "
         "Phú giai đoạn hai năm 2021-2025 theo chuẩn nghèo đa chiều\t10\t9\n2\tTu sửa "
         "kênh\t1.500.000\t18\n3\tTiêm phòng đàn gia súc\t30\t27\n",
         {{.first_line = 1, .last_line = 4, .header_rows = 1}}},
        // Quantities in the middle of their rows.
        {"TT    Nội dung              Kế hoạch    Thực hiện\n"
         "      Rà soát danh sách\n"
         "1     hộ nghèo trên         10          9\n"
         "      địa bàn\n"
         "2     Tu sửa kênh           20          18\n"
         "      Tiêm phòng đàn\n"
         "3     gia súc, gia cầm      30          27\n"
         "      trong xã\n",
         "TT\tNội dung\tKế hoạch\tThực hiện\n1\tRà soát danh sách hộ nghèo trên địa "
         "bàn\t10\t9\n2\tTu sửa kênh\t20\t18\n3\tTiêm phòng đàn gia súc, gia cầm trong "
         "xã\t30\t27\n",
         {{.first_line = 1, .last_line = 4, .header_rows = 1}}},
        // A quantity as close as a word; the next one stands below more lines of its cell.
        {"1     Rà soát danh sách lúa 10          9\n"
         "      và ngô\n"
         "2     Tu sửa kênh           20          18\n"
         "3     Gieo cấy              30          27\n",
         "1\tRà soát danh sách lúa và ngô\t10\t9\n2\tTu sửa kênh\t20\t18\n3\tGieo "
         "cấy\t30\t27\n",
         {{.first_line = 1, .last_line = 3, .header_rows = 0}}},
        // A column without a word below its head.
        {"TT    Họ và tên             Năm     Số tiền    Ký nhận\n"
         "                            sinh\n"
         "1     Lò Văn Nam            1951    120\n"
         "2     Lò Thị Hoa            1953    150\n",
         "TT\tHọ và tên\tNăm sinh\tSố tiền\tKý nhận\n1\tLò Văn Nam\t1951\t120\n2\tLò Thị "
         "Hoa\t1953\t150\n",
         {{.first_line = 1, .last_line = 3, .header_rows = 1}}},
    };
    for (const TableCase& one : cases) {
        const RawDocument document = joined({one.page});
        EXPECT_EQ(document.text, one.text);
        EXPECT_EQ(document.tables, one.tables) << one.text;
    }
}

TEST(PageParagraphs, QuantitiesStandBesideTheMiddleOfTwoLines) {
    BoxedPage page = typed_page(
        "TT    Nội dung              Kế hoạch    Thực hiện\n"
        "      Tiêm phòng đàn gia\n"
        "1                           10          9\n"
        "      súc trong xã\n"
        "2     Tu sửa kênh           20          18\n"
        "3     Gieo cấy              30          27\n");
    for (BoxedLine& line : page.lines) {
        const double up = line.box.top < 20 ? 0 : line.box.top < 30 ? 6 : 12;
        line.box = {line.box.left, line.box.top - up, line.box.right, line.box.bottom - up};
        for (BoxedWord& word : line.words)
            word.box = {word.box.left, word.box.top - up, word.box.right, word.box.bottom - up};
    }
    EXPECT_EQ(joined_paragraphs({page}).text,
              "TT\tNội dung\tKế hoạch\tThực hiện\n1\tTiêm phòng đàn gia súc trong xã\t10\t9\n"
              "2\tTu sửa kênh\t20\t18\n3\tGieo cấy\t30\t27\n");
}

TEST(PageParagraphs, LetterheadsAndWideTextAreNoTables) {
    for (const std::string page :
         {"ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
          "XÃ CAO NGỌC                     Độc lập - Tự do - Hạnh phúc\n"
          "Số: 15/BC-UBND              Cao Ngọc, ngày 05 tháng 10 năm 2023\n",
          "Trong     tháng     bà     con     đã\nthu    hoạch     12     ha     lúa\n"
          "và     trồng     mới     5     ha\n",
          "Nơi nhận:                   TM. ỦY BAN NHÂN DÂN\n- UBND huyện;                CHỦ TỊCH\n"
          "- Lưu VT.                   Phan Đình Tuyên\n"})
        EXPECT_TRUE(joined({page}).tables.empty()) << page;
}

TEST(PageParagraphs, WordsPrintedOverEachOtherAreNoTable) {
    BoxedPage page = typed_page("Thôn     12\n");
    page.lines.back().words.push_back({"7", {0, 0, 60, 10}});
    EXPECT_TRUE(joined_paragraphs({page}).tables.empty());
}

}  // namespace
}  // namespace commsearch::source
