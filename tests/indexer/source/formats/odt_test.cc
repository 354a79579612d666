// An .odt: the numbers of its lists and headings, and what of it is text of the paper.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "tests/support/zip_writer.h"

namespace commsearch::source {
namespace {

const std::string spaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"";

const std::string list_style =
    "<text:list-style style:name=\"WWNum1\">"
    "<text:list-level-style-number text:level=\"1\" style:num-format=\"I\" style:num-suffix=\".\"/>"
    "<text:list-level-style-number text:level=\"2\" style:num-format=\"1\" style:num-suffix=\".\"/>"
    "</text:list-style>";

std::string read(const std::string& body, const std::string& automatic = "",
                 const std::string& styles = list_style) {
    return read_odt(
               zipped({{"mimetype", "application/vnd.oasis.opendocument.text"},
                       {"styles.xml", "<office:document-styles" + spaces + "><office:styles>" +
                                          styles + "</office:styles></office:document-styles>"},
                       {"content.xml", "<office:document-content" + spaces +
                                           "><office:automatic-styles>" + automatic +
                                           "</office:automatic-styles><office:text>" + body +
                                           "</office:text></office:document-content>"}}))
        .text;
}

std::string paragraph(const std::string& text) { return "<text:p>" + text + "</text:p>"; }
std::string item(const std::string& content, const std::string& more = "") {
    return "<text:list-item" + more + ">" + content + "</text:list-item>";
}
std::string list(const std::string& items, const std::string& more = "") {
    return "<text:list" + more + ">" + items + "</text:list>";
}
const std::string first = " text:style-name=\"WWNum1\"";
const std::string further = first + " text:continue-numbering=\"true\"";

TEST(Odt, ListsAreNumbered) {
    struct Row {
        std::string body, expected;
    };
    const std::vector<Row> cases = {
        {list(item(paragraph("a")) + item(paragraph("b")), first), "I. a\nII. b\n"},
        // An item that holds only a list is none.
        {list(item(paragraph("a") + list(item(paragraph("b")))), first) + paragraph("x") +
             list(item(list(item(paragraph("c")))) + item(paragraph("d")), further),
         "I. a\n1. b\nx\n2. c\nII. d\n"},
        {list(item(paragraph("a") + paragraph("tiếp")), first), "I. a\ntiếp\n"},
        {list(item(paragraph("a"), " text:start-value=\"4\"") + item(paragraph("b")), first),
         "IV. a\nV. b\n"},
        {list(item("<text:number>I.</text:number>" + paragraph("a")), first), "I. a\n"},
        {list(item(paragraph("<draw:text-box>" + paragraph("khung") + "</draw:text-box>a")), first),
         "khung\nI. a\n"},
    };
    for (const auto& [body, expected] : cases) EXPECT_EQ(read(body), expected);
    EXPECT_EQ(read(cases[0].body, list_style, ""), cases[0].expected);
}

TEST(Odt, HeadingsAreNumberedByTheOutline) {
    const std::string outline =
        "<text:outline-style style:name=\"Outline\"><text:outline-level-style text:level=\"1\" "
        "style:num-format=\"I\" style:num-suffix=\".\"/><text:outline-level-style "
        "text:level=\"2\" style:num-format=\"\"/></text:outline-style>";
    const auto heading = [](int level, const std::string& text, const std::string& more = "") {
        return "<text:h text:outline-level=\"" + std::to_string(level) + "\"" + more + ">" + text +
               "</text:h>";
    };
    EXPECT_EQ(read(heading(1, "Kết quả") + heading(2, "Lúa") + paragraph("x") +
                       heading(1, "Mở đầu", " text:is-list-header=\"true\"") +
                       heading(1, "<text:number>II.</text:number>Nhiệm vụ"),
                   "", outline),
              "I. Kết quả\nLúa\nx\nMở đầu\nII. Nhiệm vụ\n");
    EXPECT_EQ(read(heading(1, "Kết quả")), "Kết quả\n");
    EXPECT_EQ(read(heading(1, "<text:number>II.</text:number>Nhiệm vụ")), "II. Nhiệm vụ\n");
}

TEST(Odt, CellsShowTheNumbersOfTheirEmptyItems) {
    const auto cell = [](const std::string& content) {
        return "<table:table-cell>" + content + "</table:table-cell>";
    };
    const auto row = [&](const std::string& number, const std::string& name,
                         const std::string& count) {
        return "<table:table-row>" + cell(number) + cell(paragraph(name)) + cell(paragraph(count)) +
               "</table:table-row>";
    };
    const std::string style =
        "<text:list-style style:name=\"WWNum1\"><text:list-level-style-number text:level=\"1\" "
        "style:num-format=\"1\"/></text:list-style>";
    const std::string number = list(item(paragraph("")), further);
    EXPECT_EQ(read("<table:table>" + row(paragraph("STT"), "Thôn", "Hộ") +
                       row(number, "Đông", "5") + row(number, "Hạ", "6") + "</table:table>",
                   "", style),
              "STT\tThôn\tHộ\n1\tĐông\t5\n2\tHạ\t6\n");
}

TEST(Odt, TextIsWhatAReaderSees) {
    const std::string hidden =
        "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties "
        "text:display=\"none\"/></style:style>"
        "<style:style style:name=\"T2\" style:family=\"text\" style:parent-style-name=\"T1\"/>"
        "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties "
        "text:display=\"none\"/></style:style>";
    struct Row {
        std::string body, expected;
    };
    const std::vector<Row> cases = {
        {paragraph("<text:span text:style-name=\"T2\">ẩn </text:span>thấy"), "thấy\n"},
        {"<text:p text:style-name=\"P1\">ẩn</text:p>" + paragraph("thấy"), "thấy\n"},
        {"<text:section text:display=\"none\">" + paragraph("ẩn") + "</text:section>" +
             paragraph("thấy"),
         "thấy\n"},
        {paragraph("<text:hidden-text text:is-hidden=\"true\">ẩn</text:hidden-text>thấy"),
         "thấy\n"},
        {"<text:table-of-content><text:index-body>" + paragraph("I. KẾT QUẢ") +
             "</text:index-body></text:table-of-content>" + paragraph("I. KẾT QUẢ"),
         "I. KẾT QUẢ\n"},
        {paragraph("<draw:frame><svg:title>Picture 1</svg:title><svg:desc>A screenshot</svg:desc>"
                   "</draw:frame>thấy"),
         "thấy\n"},
        {paragraph("câu <draw:custom-shape>" + paragraph("chữ trong hình") +
                   "</draw:custom-shape>liền"),
         "chữ trong hình\ncâu liền\n"},
    };
    for (const auto& [body, expected] : cases) EXPECT_EQ(read(body, hidden), expected);
}

}  // namespace
}  // namespace commsearch::source
