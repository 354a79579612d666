// What of a .docx is text of the paper: not what is hidden, the codes of fields, what a form shows
// until it is filled in.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "tests/indexer/source/formats/office_parts.h"
#include "tests/support/zip_writer.h"

namespace commsearch::source {
namespace {

std::string run(const std::string& text, const std::string& properties = "") {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text +
           "</w:t></w:r>";
}
std::string paragraph(const std::string& runs, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}
std::string mark(const std::string& type) {
    return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
}
std::string code(const std::string& text) {
    return "<w:r><w:instrText>" + text + "</w:instrText></w:r>";
}
std::string field(const std::string& content, const std::string& shown) {
    return mark("begin") + content + mark("separate") + shown + mark("end");
}
std::string control(const std::string& properties, const std::string& content) {
    return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content +
           "</w:sdtContent></w:sdt>";
}
std::string cell(const std::string& content, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}
std::string row(const std::vector<std::string>& texts) {
    std::string cells;
    for (const std::string& text : texts)
        cells += text.starts_with('<') ? text : cell(paragraph(run(text)));
    return "<w:tr>" + cells + "</w:tr>";
}

RawDocument read(const std::string& body) {
    const std::string styles =
        std::string("<w:styles") + word_space +
        "><w:style w:styleId=\"An\"><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:styleId=\"AnCon\"><w:basedOn w:val=\"An\"/></w:style></w:styles>";
    const std::string numbering =
        std::string("<w:numbering") + word_space +
        "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
        "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    return read_docx(
        zipped({{"word/document.xml", std::string("<w:document") + word_space + "><w:body>" + body +
                                          "</w:body></w:document>"},
                {"word/styles.xml", styles},
                {"word/numbering.xml", numbering}}));
}

const std::string numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";

TEST(DocxText, IsWhatAReaderSees) {
    const std::string toc = code(" TOC \\n \\h ");
    struct Row {
        std::string body, expected;
    };
    const std::vector<Row> cases = {
        {paragraph(run("Thấy ") + run("ẩn ", "<w:vanish/>") + run("rõ")), "Thấy rõ\n"},
        {paragraph(run("Thấy ") + run("ẩn", "<w:rStyle w:val=\"AnCon\"/>")), "Thấy\n"},
        {paragraph(run("ẩn") + run("hiện", "<w:vanish w:val=\"0\"/>"), "<w:pStyle w:val=\"An\"/>"),
         "hiện\n"},
        {paragraph(run("dấu đoạn ẩn"), "<w:rPr><w:vanish/></w:rPr>"), "dấu đoạn ẩn\n"},
        {paragraph(run("Kính gửi ") +
                   field(code(" IF ") + field(code(" MERGEFIELD gioi "), run("Nam")) +
                             code(" = \"Nam\" \"Ông\" \"Bà\" "),
                         run("Ông")) +
                   run(" Khoa")),
         "Kính gửi Ông Khoa\n"},
        {paragraph(run("Lỗi ") + mark("begin") + code(" DATE ")) + paragraph(run("còn đây")),
         "Lỗi\ncòn đây\n"},
        {paragraph(mark("begin") + toc + mark("separate") + run("I. KẾT QUẢ")) +
             paragraph(run("II. NHIỆM VỤ") + mark("end")) + paragraph(run("I. KẾT QUẢ")),
         "I. KẾT QUẢ\n"},
        {paragraph(mark("begin") + toc + mark("separate") + run("I. KẾT QUẢ")) +
             paragraph(run("không hết")),
         "I. KẾT QUẢ\nkhông hết\n"},
        {control("<w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj>",
                 paragraph(run("MỤC LỤC"))) +
             paragraph(run("x")),
         "x\n"},
        {control("<w:showingPlcHdr/>", paragraph(run("Bấm vào đây"))) +
             control("<w:text/>", paragraph(run("đã điền"))),
         "đã điền\n"},
        {paragraph("<w:r><w:t>30</w:t><w:sym w:font=\"Symbol\" w:char=\"F0B0\"/><w:t>C, </w:t>"
                   "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>80%</w:t>"
                   "<w:sym w:font=\"Wingdings\" w:char=\"F0B0\"/></w:r>"),
         "30°C, ≥80%\n"},
        {paragraph("<w:r><w:txbxContent>" + paragraph(run("Khung")) + "</w:txbxContent></w:r>" +
                       run("Chăn nuôi"),
                   numbered) +
             paragraph(run("Thủy sản"), numbered),
         "Khung\n1. Chăn nuôi\n2. Thủy sản\n"},
    };
    for (const auto& [body, expected] : cases) EXPECT_EQ(read(body).text, expected);
}

TEST(DocxText, CellsKeepTheirColumnsAndNumbers) {
    const std::string number = cell(paragraph("", numbered));
    struct Row {
        std::string rows, expected;
    };
    const std::vector<Row> cases = {
        {row({"TT", "Thôn", "Hộ"}) + row({number, "Đông", "5"}) + row({number, "Hạ", "6"}),
         "TT | Thôn | Hộ\n1. | Đông | 5\n2. | Hạ | 6\n"},
        {row({"TT", "Cây", "Ha"}) +
             row({cell(paragraph(run("1")),
                       "<w:tcPrChange><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr></w:tcPrChange>"),
                  "Lúa", "9"}) +
             row({"2", "Ngô", "8"}),
         "TT | Cây | Ha\n1 | Lúa | 9\n2 | Ngô | 8\n"},
    };
    for (const auto& [rows, expected] : cases) {
        std::string shown;
        for (const char byte : read("<w:tbl>" + rows + "</w:tbl>").text)
            shown += byte == '\t' ? " | " : std::string(1, byte);
        EXPECT_EQ(shown, expected);
    }
}

TEST(DocxText, CellsMergedTheOldWayAreOne) {
    const auto table = [](const std::string& merged) {
        return read("<w:tbl>" + row({"TT", merged, "Ghi chú"}) + row({"1", "Lúa", "10", "a"}) +
                    row({"2", "Ngô", "20", "b"}) + "</w:tbl>")
            .text;
    };
    const std::string head = paragraph(run("Kết quả"));
    EXPECT_EQ(
        table(cell(head, "<w:hMerge w:val=\"restart\"/>") + cell(paragraph(""), "<w:hMerge/>")),
        table(cell(head, "<w:gridSpan w:val=\"2\"/>")));
}

}  // namespace
}  // namespace commsearch::source
