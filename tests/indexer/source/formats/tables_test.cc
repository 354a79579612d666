// Tables of every format that has them: rows, cells, header rows; and what is none.

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/table_span.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/office_document.h"

namespace commsearch::source {
namespace {

using Grid =
    std::vector<std::vector<std::string>>;  ///< rows of cells; "<" the left one reaches here

std::string docx_of(const Grid& grid) {
    std::string xml = "<w:tbl>";
    for (const auto& row : grid) {
        xml += "<w:tr>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::size_t end = i + 1;
            while (end < row.size() && row[end] == "<") ++end;
            xml += "<w:tc><w:tcPr><w:gridSpan w:val=\"" + std::to_string(end - i) +
                   "\"/></w:tcPr><w:p><w:r><w:t>" + row[i] + "</w:t></w:r></w:p></w:tc>";
            i = end - 1;
        }
        xml += "</w:tr>";
    }
    return xml + "</w:tbl>";
}

RawDocument read_docx(const std::string& body) {
    const std::string xml = "<w:document xmlns:w=\"a:/wordprocessingml/main\"><w:body>" + body +
                            "</w:body></w:document>";
    DocxParts parts;
    parts.document = xml;
    return document_of_docx(parts);
}

RawDocument read_docx(const Grid& grid) { return read_docx(docx_of(grid)); }

RawDocument read_odt(const Grid& grid) {
    std::string xml =
        "<office:text xmlns:office=\"a:xmlns:office:1.0\" xmlns:table=\"a:xmlns:table:1.0\" "
        "xmlns:text=\"a:xmlns:text:1.0\"><table:table>";
    for (const auto& row : grid) {
        xml += "<table:table-row>";
        for (const std::string& cell : row)
            xml += cell == "<"
                       ? "<table:covered-table-cell/>"
                       : "<table:table-cell><text:p>" + cell + "</text:p></table:table-cell>";
        xml += "</table:table-row>";
    }
    return document_of_odt(xml + "</table:table></office:text>");
}

RawDocument read_page(const Grid& grid) {
    std::string html = "<table>";
    for (const auto& row : grid) {
        html += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::size_t end = i + 1;
            while (end < row.size() && row[end] == "<") ++end;
            html += "<td colspan=" + std::to_string(end - i) + ">" + row[i] + "</td>";
            i = end - 1;
        }
        html += "</tr>";
    }
    return read_html(html + "</table>");
}

/// "first-last/header" of each table.
std::string spans_of(const RawDocument& document) {
    std::string out;
    for (const TableSpan& one : document.tables)
        out += std::to_string(one.first_line) + '-' + std::to_string(one.last_line) + '/' +
               std::to_string(one.header_rows) + ' ';
    return out;
}

struct TableCase {
    Grid grid;
    std::string text, spans;
};

const std::vector<TableCase>& table_cases() {
    static const std::vector<TableCase> cases = {
        // A row of heads, then data.
        {{{"TT", "Chỉ tiêu", "Đơn vị", "Thực hiện"}, {"1", "Lúa", "tấn", "5.200"}},
         "TT\tChỉ tiêu\tĐơn vị\tThực hiện\n1\tLúa\ttấn\t5.200\n",
         "1-2/1 "},
        // Years are heads; empty cells keep the places of the others.
        {{{"", "2022", "2023"}, {"Hộ nghèo", "", "27"}, {"Hộ cận nghèo", "31", "30"}},
         "\t2022\t2023\nHộ nghèo\t\t27\nHộ cận nghèo\t31\t30\n",
         "1-3/1 "},
        // Two rows of heads, one over two columns, and a row of numbers of columns.
        {{{"TT", "Chỉ tiêu", "Kế hoạch 2024", "<", "Thực hiện"},
          {"", "", "Tỉnh giao", "Xã giao", ""},
          {"A", "B", "1", "2", "3"},
          {"1", "Thu ngân sách", "900", "950", "1.020"}},
         "TT\tChỉ tiêu\tKế hoạch 2024\t\tThực hiện\n\t\tTỉnh giao\tXã giao\n"
         "A\tB\t1\t2\t3\n1\tThu ngân sách\t900\t950\t1.020\n",
         "1-4/3 "},
        // A title above the columns; a group of rows is none.
        {{{"Đơn vị tính: triệu đồng", "<", "<"},
          {"Nội dung", "Dự toán", "Thực hiện"},
          {"I. Thu", "<", "<"},
          {"Thuế", "120", "131"}},
         "Đơn vị tính: triệu đồng\nNội dung\tDự toán\tThực hiện\nI. Thu\nThuế\t120\t131\n",
         "2-4/1 "},
        // Nothing says that the first row is one of heads.
        {{{"Thôn Đông", "120"}, {"Thôn Đoài", "95"}}, "Thôn Đông\t120\nThôn Đoài\t95\n", "1-2/0 "},
        {{{"Việc", "Ai làm", "Khi nào"}, {"Họp dân", "Trưởng thôn", "Đầu tháng"}},
         "Việc\tAi làm\tKhi nào\nHọp dân\tTrưởng thôn\tĐầu tháng\n",
         "1-2/1 "},
        // Columns and rows without a word are left out.
        {{{"Tên", "", "Số hộ"}, {"", "", ""}, {"Ấp 1", "", "12"}, {"-", "", "…"}},
         "Tên\tSố hộ\nẤp 1\t12\n",
         "1-2/1 "},
        // The head of a paper and its signature lay out the page.
        {{{"UBND XÃ TÂN LẬP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
          {"Số: 45/BC-UBND", "Tân Lập, ngày 5 tháng 10 năm 2023"}},
         "UBND XÃ TÂN LẬP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 45/BC-UBND\t"
         "Tân Lập, ngày 5 tháng 10 năm 2023\n",
         ""},
        {{{"HỘI NÔNG DÂN XÃ A", "HỘI NÔNG DÂN VIỆT NAM"},
          {"Số: 12/BC-HND", "A, ngày 2 tháng 3 năm 2024"}},
         "HỘI NÔNG DÂN XÃ A\tHỘI NÔNG DÂN VIỆT NAM\nSố: 12/BC-HND\tA, ngày 2 tháng 3 năm 2024\n",
         ""},
        {{{"Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"}, {"- Lưu: VT.", "CHỦ TỊCH"}},
         "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Lưu: VT.\tCHỦ TỊCH\n",
         ""},
        // All of a paper in one table.
        {{{"UBND XÃ A", "<", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
          {"BIỂU THU NGÂN SÁCH", "<", "<"},
          {"TT", "Khoản", "Số tiền"},
          {"1", "Thuế", "120"},
          {"2", "Phí", "15"},
          {"NGƯỜI LẬP BIỂU", "", "CHỦ TỊCH"}},
         "UBND XÃ A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBIỂU THU NGÂN SÁCH\nTT\tKhoản\tSố tiền\n"
         "1\tThuế\t120\n2\tPhí\t15\nNGƯỜI LẬP BIỂU\tCHỦ TỊCH\n",
         "3-5/1 "},
        // One column is a frame around text.
        {{{"Một đoạn văn."}, {"Đoạn nữa."}}, "Một đoạn văn.\nĐoạn nữa.\n", ""},
    };
    return cases;
}

TEST(Tables, AreTheSameInEveryFormat) {
    for (const TableCase& one : table_cases()) {
        for (const RawDocument& document : {read_docx(one.grid), read_odt(one.grid)}) {
            EXPECT_EQ(document.text, one.text);
            EXPECT_EQ(spans_of(document), one.spans) << one.text;
        }
        // Of a page that is nothing else the head of a paper may seem to be its frame.
        const RawDocument page = read_page(one.grid);
        EXPECT_EQ(page.tables.size(), one.spans.empty() ? 0 : 1);
        if (one.spans.starts_with("1-")) {
            EXPECT_EQ(page.text, one.text);
        }
    }
}

TEST(Tables, OfWordKnowTheirHeads) {
    const auto row = [](const std::string& head, const std::string& a, const std::string& b) {
        return "<w:tr><w:trPr>" + head + "</w:trPr><w:tc><w:p><w:r><w:t>" + a +
               "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>" + b +
               "</w:t></w:r></w:p></w:tc></w:tr>";
    };
    const std::string head = "<w:tblHeader/>";
    EXPECT_EQ(
        spans_of(read_docx("<w:tbl>" + row(head, "5", "6") + row("", "Ấp 1", "Ấp 2") + "</w:tbl>")),
        "1-2/1 ");
    EXPECT_EQ(spans_of(read_docx("<w:tbl>" + row("<w:tblHeader w:val=\"0\"/>", "5", "6") +
                                 row("", "Ấp 1", "Ấp 2") + "</w:tbl>")),
              "1-2/0 ");
    const RawDocument shifted =
        read_docx("<w:p><w:r><w:t>Biểu</w:t></w:r></w:p><w:tbl>" + row(head, "Tên", "Số") +
                  row("<w:gridBefore w:val=\"1\"/>", "7", "8") +
                  "</w:tbl><w:p><w:r><w:t>Hết</w:t></w:r></w:p>");
    EXPECT_EQ(shifted.text, "Biểu\nTên\tSố\n\t7\t8\nHết\n");
    EXPECT_EQ(spans_of(shifted), "2-3/1 ");
}

TEST(Tables, OfPagesKnowTheirHeads) {
    const RawDocument page = read_html(
        "<table><caption>Biểu 1</caption><thead><tr><td>5<td>6</thead>"
        "<tr><td rowspan=2>Ấp 1<td>7<tr><td><p>8</p><p>ha</p></table>");
    EXPECT_EQ(page.text, "Biểu 1\n5\t6\nẤp 1\t7\n\t8 ha\n");
    EXPECT_EQ(spans_of(page), "2-4/1 ");
    EXPECT_EQ(spans_of(read_html("<table><tr><th>5<th>6<tr><th>Ấp 1<td>7</table>")), "1-2/1 ");
}

TEST(Tables, WithinACellAreItsTextOrTheTable) {
    const std::string inner = docx_of({{"a", "b"}, {"c", "d"}});
    const auto cell = [](const std::string& content) { return "<w:tc>" + content + "</w:tc>"; };
    const auto paragraph = [](const std::string& text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    };
    const RawDocument flat = read_docx(
        "<w:tbl><w:tr>" + cell(paragraph("Ấp 1")) + cell(paragraph("x") + inner) + "</w:tr><w:tr>" +
        cell(paragraph("Ấp 2")) + cell(paragraph("y") + paragraph("z")) + "</w:tr></w:tbl>");
    EXPECT_EQ(flat.text, "Ấp 1\tx a b c d\nẤp 2\ty z\n");
    EXPECT_EQ(spans_of(flat), "1-2/0 ");
    const std::string larger = docx_of({{"ấp", "hộ"}, {"Một", "1"}, {"Hai", "2"}});
    const RawDocument layout = read_docx("<w:tbl><w:tr>" + cell(paragraph("Trình đơn")) +
                                         cell(paragraph("x") + larger) + "</w:tr></w:tbl>");
    EXPECT_EQ(layout.text, "Trình đơn\nx\nấp\thộ\nMột\t1\nHai\t2\n");
    EXPECT_EQ(spans_of(layout), "3-5/1 ");
    std::string deep = paragraph("đáy");
    for (int i = 0; i < 40; ++i)
        deep = "<w:tbl><w:tr>" + cell(paragraph("a")) + cell(deep) + "</w:tr></w:tbl>";
    EXPECT_NE(read_docx(deep).text.find("đáy"), std::string::npos);
}

TEST(Tables, ComeThroughTheChildProcessOrNotAtAll) {
    Extraction sent;
    sent.document.text = "Biểu\n\tA\tB\n1\t2\t3\n";
    sent.document.tables = {{.first_line = 2, .last_line = 3, .header_rows = 1}};
    const auto received = decode_extraction(encode(sent));
    ASSERT_TRUE(received);
    EXPECT_EQ(received->document.text, sent.document.text);
    EXPECT_EQ(received->document.tables, sent.document.tables);
    const std::vector<std::vector<TableSpan>> wrong = {
        {{0, 1, 0}}, {{2, 1, 0}}, {{1, 5, 0}}, {{1, 2, 2}}, {{1, 2, 0}, {2, 3, 0}}};
    for (const auto& tables : wrong) {
        sent.document.tables = tables;
        EXPECT_FALSE(decode_extraction(encode(sent)));
    }
    for (const char* const payload : {"", "1", "1 2", "1 2 x", "1 2 0 ", "-1 2 0"}) {
        const std::string text = payload;
        EXPECT_FALSE(
            decode_extraction("T4:a\nb\nb" + std::to_string(text.size()) + ":" + text + ".0:"))
            << payload;
    }
}

TEST(Tables, NumberTheirColumnsInManyWays) {
    const std::vector<std::pair<std::string, bool>> cases = {
        {"A\tB\t1\t2", true},
        {"(1)\t(2)\t(3)", true},
        {"1\t2\t3\t4=3/2", true},
        {"1\t2\t3\t4", true},
        {"1\t2", false},
        {"1\tLúa\t3", false},
        {"(1)\t(3)", false},
        {"5\t6\t7\t8", false},
        {"\t\t1\t2\t3\t4", true},
        {"A\tB", false},
        {"", false},
        {"1\t2\t3\t4.200", false},
    };
    for (const auto& [row, expected] : cases)
        EXPECT_EQ(numbers_columns(cells_of(row)), expected) << row;
}

}  // namespace
}  // namespace commsearch::source
