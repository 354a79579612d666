// Sheets of every format to text.

#include "indexer/source/formats/spreadsheet.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/formats/archive.h"
#include "indexer/source/formats/document_readers.h"
#include "tests/indexer/source/bad_input.h"
#include "tests/indexer/source/formats/office_parts.h"
#include "tests/support/zip_writer.h"

namespace commsearch::source {
namespace {

RawDocument read_office(const Parts& parts) {
    return read_package(zipped(parts), {},
                        [](std::size_t, std::string_view) { ADD_FAILURE() << "no archive"; })
        .document;
}

/// A text as its rows are read: cells parted by '|', blank ones too, but for those at the end.
std::string rows_of(const RawDocument& document) {
    std::string rows;
    for (const char byte : document.text) {
        if (byte == '\n') rows.erase(rows.find_last_not_of('|') + 1);
        rows += byte == '\t' ? '|' : byte;
    }
    return rows;
}

constexpr const char* sheet_space =
    " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

std::string element(const std::string& name, const std::string& content) {
    return "<" + name + sheet_space + ">" + content + "</" + name + ">";
}

/// A workbook of these sheets: attributes in the workbook, rows.
Parts workbook(const std::vector<std::pair<std::string, std::string>>& sheets,
               const std::string& styles = "", const std::string& strings = "",
               const std::string& properties = "") {
    std::string list;
    std::vector<std::tuple<std::string, std::string, std::string>> names = {
        {"s", "styles", "styles.xml"}, {"t", "sharedStrings", "/xl/sharedStrings.xml"}};
    Parts parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string id = "rId" + std::to_string(i);
        list += "<sheet sheetId=\"" + std::to_string(i + 1) + "\" " + sheets[i].first + " r:id=\"" +
                id + "\"/>";
        names.emplace_back(id, "worksheet", "worksheets/" + id + ".xml");
        parts.emplace_back("xl/worksheets/" + id + ".xml",
                           element("worksheet", "<sheetData>" + sheets[i].second + "</sheetData>"));
    }
    parts.emplace_back("xl/workbook.xml",
                       element("workbook", properties + "<sheets>" + list + "</sheets>"));
    parts.emplace_back("_rels/.rels", relationships({{"r", "officeDocument", "xl/workbook.xml"}}));
    parts.emplace_back("xl/_rels/workbook.xml.rels", relationships(names));
    parts.emplace_back("xl/styles.xml", element("styleSheet", styles));
    parts.emplace_back("xl/sharedStrings.xml", element("sst", strings));
    return parts;
}

std::string cell(const std::string& place, const std::string& text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string row(const std::string& cells) { return "<row>" + cells + "</row>"; }

TEST(Xlsx, CellsAreShownAsTheirFormatsSay) {
    const std::string styles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"#,##0.0\"/></numFmts>"
        "<fonts><font><name val=\"Arial\"/></font><font><name val=\".VnTime\"/></font></fonts>"
        "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/>"
        "<xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>";
    const std::string strings =
        "<si><t>Thôn</t></si><si><r><t>Diện </t></r><r><rPr><b/></rPr><t>tích</t></r>"
        "<rPh><t>x</t></rPh></si><si><t>x· T©n LËp</t></si>";
    const std::string head =
        "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
        "<c r=\"C1\" t=\"s\" s=\"3\"><v>2</v></c>" +
        cell("D1", "Ngày");
    const std::string data =
        "<c r=\"A2\" t=\"str\"><f>x</f><v>Hạ</v></c>"
        "<c r=\"B2\" s=\"1\"><f>1+1</f><v>1234.55</v></c>"
        "<c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\" s=\"2\"><v>45204</v></c>"
        "<c r=\"E2\" t=\"e\"><v>#REF!</v></c>";
    EXPECT_EQ(rows_of(read_office(
                  workbook({{"name=\"Sheet1\"", row(head) + row(data)}}, styles, strings))),
              "Thôn|Diện tích|xã Tân Lập|Ngày\nHạ|1.234,6|TRUE|05/10/2023\n");
    EXPECT_EQ(rows_of(read_office(workbook({{"name=\"Sheet1\"", row("<c s=\"2\"><v>0</v></c>")}},
                                           styles, strings, "<workbookPr date1904=\"1\"/>"))),
              "01/01/1904\n");
}

TEST(Xlsx, TextsAndDatesAreReadFromHowFilesWriteThem) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {cell("A1", "Thôn_x000D_ Hạ"), "Thôn Hạ"},
        {cell("A1", "a_x005F_x000D_b"), "a_x000D_b"},
        {cell("A1", "ma_xe_1 _x00"), "ma_xe_1 _x00"},
        {"<c t=\"s\"><v>0</v></c>", "Đoài"},
        {"<c t=\"d\"><v>1990-05-06T00:00:00</v></c>", "06/05/1990"},
        {"<c t=\"d\"><v>1990-05-06T07:30:00</v></c>", "06/05/1990 07:30"},
        {"<c t=\"d\"><v>1990-05</v></c>", "1990-05"},
    };
    for (const auto& [written, expected] : cases) {
        EXPECT_EQ(rows_of(read_office(workbook({{"name=\"Sheet1\"", row(written)}}, "",
                                               "<si><t>Đoài_x000D_</t></si>"))),
                  expected + '\n');
    }
}

TEST(Xlsx, SheetsFollowOneAnotherWithTheirNames) {
    const std::string table =
        row(cell("A3", "TT") + cell("C3", "Thôn") + cell("D3", "Số hộ")) +
        row("<c r=\"A4\"><v>1</v></c>" + cell("C4", "Hạ") + "<c r=\"D4\"><v>12</v></c>") +
        row("<c r=\"A5\"><v>2</v></c><c r=\"D5\"><v>8</v></c>");
    const std::string title = row(cell("A1", "BIỂU TỔNG HỢP&#10;HỘ NGHÈO"));
    EXPECT_EQ(rows_of(read_office(
                  workbook({{"name=\"Biểu 1\"", title + table},
                            {"name=\"DS\" state=\"hidden\"", row(cell("A1", "ẩn"))},
                            {"name=\"Foxz\" state=\"veryHidden\"", row(cell("A1", "ẩn"))},
                            {"name=\"Trang tính2\" state=\"visible\"", row(cell("A1", "khác"))},
                            {"name=\"Trống\"", ""},
                            {"name=\"Biểu 2\"", table}}))),
              "BIỂU TỔNG HỢP\nHỘ NGHÈO\nBiểu 1\nTT|Thôn|Số hộ\n1|Hạ|12\n2||8\nkhác\n"
              "Biểu 2\nTT|Thôn|Số hộ\n1|Hạ|12\n2||8\n");
}

TEST(Xlsx, BoxesOnASheetStandBelowIt) {
    Parts parts = workbook({{"name=\"Sheet1\"", row(cell("A1", "Một"))}});
    parts.emplace_back("xl/worksheets/_rels/rId0.xml.rels",
                       relationships({{"d", "drawing", "../drawings/d1.xml"}}));
    parts.emplace_back(
        "xl/drawings/d1.xml",
        "<d xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:p><a:r><a:t>"
        "trong khung</a:t></a:r></a:p></d>");
    EXPECT_EQ(rows_of(read_office(parts)), "Một\ntrong khung\n");
}

TEST(Xlsx, RefusesMoreThanItsLimits) {
    const auto error = [](const Parts& parts) {
        return error_of([&] { (void)read_office(parts); });
    };
    const std::vector<std::pair<std::string, std::string>> many(max_sheets + 1,
                                                                {"name=\"Sheet1\"", ""});
    expect_part(error(workbook(many)), "more than 1000 sheets");
    std::string wide;
    for (std::size_t i = 0; i < 1'000; ++i) wide += "<c><v>1</v></c>";
    expect_part(error(workbook({{"name=\"a\"", repeated(row(wide), 1'001)}})),
                "more than 1000000 cells");
    const std::string text = "<si><t>" + std::string(1U << 20U, 'a') + "</t></si>";
    std::string big;
    for (int i = 0; i < 40; ++i) big += "<c t=\"s\"><v>0</v></c>";
    expect_part(error(workbook({{"name=\"a\"", row(big)}}, "", text)), "above the limit of 32 MiB");
    expect_part(error(workbook({{"name=\"a\"", ""}})), "no text in the document");
    const std::string far = row(cell("ZZZ1", "xa") + cell("A1", "a") + cell("A1", "b") +
                                cell("XFD1", "c") + "<c r=\"1\"/><c r=\"AAAA1\"><v>7</v></c>");
    EXPECT_EQ(rows_of(read_office(workbook({{"name=\"a\"", far}}))), "a\na|c\n");
}

constexpr const char* open_spaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
    " xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\">";

Parts open_document(const std::string& type, const std::string& content) {
    return {{"mimetype", "application/vnd.oasis.opendocument." + type},
            {"content.xml", "<office:document-content" + std::string(open_spaces) + content +
                                "</office:document-content>"}};
}

TEST(Ods, CellsAreWhatTheyShowed) {
    const auto one = [](const std::string& text, const std::string& attributes = "") {
        return "<table:table-cell" + attributes + "><text:p>" + text +
               "</text:p></table:table-cell>";
    };
    const std::string content =
        "<style:style style:name=\"an\"><style:table-properties "
        "table:display=\"false\"/></style:style>"
        "<table:table table:name=\"DS\" table:style-name=\"an\"><table:table-row>" +
        one("ẩn") +
        "</table:table-row></table:table><table:table table:name=\"Biểu 3\"><table:table-row>" +
        one("TT") + one("Thôn") + one("Số hộ") +
        "<table:table-cell table:number-columns-repeated=\"16381\"/></table:table-row>"
        "<table:table-row table:number-rows-repeated=\"2\">" +
        one("1", " table:number-columns-repeated=\"2\"") +
        "<table:table-cell office:value=\"12.5\"><office:annotation><text:p>chú</text:p>"
        "</office:annotation><text:p>12,5</text:p><text:p>ha</text:p></table:table-cell>"
        "</table:table-row><table:table-row table:number-rows-repeated=\"1048000\">"
        "<table:table-cell/></table:table-row></table:table>";
    EXPECT_EQ(rows_of(read_office(open_document("spreadsheet", content))),
              "Biểu 3\nTT|Thôn|Số hộ\n1|1|12,5 ha\n1|1|12,5 ha\n");
    const std::string wide =
        "<table:table><table:table-row table:number-rows-repeated=\"1000000\">" +
        one("a", " table:number-columns-repeated=\"99999999\"") +
        "</table:table-row></table:table>";
    expect_part(error_of([&] { (void)read_office(open_document("spreadsheet-template", wide)); }),
                "more than 1000000 cells");
}

TEST(Odp, SlidesArePages) {
    const auto frame = [](const std::string& place, const std::string& text) {
        return "<draw:frame presentation:class=\"" + place + "\"><draw:text-box><text:p>" + text +
               "</text:p></draw:text-box></draw:frame>";
    };
    const RawDocument document = read_office(open_document(
        "presentation", "<draw:page>" + frame("title", "Một") + frame("page-number", "1") +
                            frame("outline", "Lúa") + "<presentation:notes>" + frame("page", "") +
                            frame("notes", "nhắc") +
                            "</presentation:notes></draw:page><draw:page>" + frame("title", "Hai") +
                            frame("footer", "chân") + "</draw:page>"));
    EXPECT_EQ(document.text, "Một\nLúa\nnhắc\nHai\n");
    EXPECT_EQ(document.page_starts, (std::vector<std::uint32_t>{1, 4}));
}

TEST(Csv, CellsArePartedByWhatPartsMostRowsAlike) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"TT,Thôn,Số hộ\n1,Hạ,12\n", "TT|Thôn|Số hộ\n1|Hạ|12\n"},
        {"TT;Thôn;Diện tích\n1;Hạ;12,5\n2;Thượng;8,25\n",
         "TT|Thôn|Diện tích\n1|Hạ|12,5\n2|Thượng|8,25\n"},
        {"TT\tThôn\tSố hộ\r\n1\tHạ\t2", "TT|Thôn|Số hộ\n1|Hạ|2\n"},
        {"sep=|\r\na;b|c|d\r\n1|2|3", "a;b|c|d\n1|2|3\n"},
        {"BIỂU, TỔNG HỢP;;\nTT;Thôn;Số\n1;\"Hạ; \"\"cũ\"\"\";2\n",
         "BIỂU, TỔNG HỢP\nTT|Thôn|Số\n1|Hạ; \"cũ\"|2\n"},
        {"TT;Thôn;Số\n1;\"Hạ\nmới\";2\n", "TT|Thôn|Số\n1|Hạ mới|2\n"},
        {"TT;Thôn;Số\n1;\"Hạ;2\n", "TT|Thôn|Số\n1|Hạ;2\n"},
        {"TT;Thôn;Số\n;;\n\n1;;2\n", "TT|Thôn|Số\n1||2\n"},
        {"\xEF\xBB\xBF"
         "a\n",
         "a\n"},
    };
    for (const auto& [bytes, expected] : cases)
        EXPECT_EQ(rows_of(read_csv(bytes)), expected) << bytes;
    expect_part(error_of([] { (void)read_csv(""); }), "empty");
}

}  // namespace
}  // namespace commsearch::source
