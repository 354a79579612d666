#include "indexer/source/formats/format.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/paged_text.h"
#include "tests/support/zip_writer.h"

namespace commsearch::source {
namespace {

using namespace std::string_literals;

TEST(Format, IsPromisedByTheName) {
    const std::vector<std::pair<std::string, Format>> cases = {
        {"a.TXT", Format::text},       {"b/a.docx", Format::package},
        {"a.ODT", Format::package},    {"a.Zip", Format::package},
        {"a.doc", Format::compound},   {"a.rtf", Format::rich_text},
        {"a.pdf", Format::pdf},        {"a.jpeg", Format::image},
        {"a.TIF", Format::image},      {"a.docm", Format::package},
        {"a.WPS", Format::compound},   {"a.mhtml", Format::mime},
        {"a.xml", Format::word_xml},   {"a.xlsx", Format::package},
        {"a.csv", Format::csv},        {"a.jfif", Format::image},
        {"a.JPE", Format::image},      {"winmail.dat", Format::unread},
        {"smime.p7m", Format::unread}, {"smime.p7s", Format::none},
        {"a.Odp", Format::package},    {"a.xls", Format::unread},
        {"a.md", Format::none},        {"~$a.docx", Format::none},
        {"b/~$a.doc", Format::none},   {"__MACOSX/._a.docx", Format::none},
        {"doc", Format::none},         {"", Format::none}};
    for (const auto& [name, format] : cases) EXPECT_EQ(format_of_name(name), format) << name;
}

TEST(Format, IsDecidedByTheContent) {
    const std::vector<std::tuple<std::string, Format, Format>> cases = {
        {"%PDF-1.7\n", Format::compound, Format::pdf},
        {"\r\n%PDF-1.7\n", Format::pdf, Format::pdf},
        {"HTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n", Format::pdf, Format::pdf},
        {std::string(1024, 'x') + "%PDF-1.7\n", Format::pdf, Format::none},
        {"<table border=1><tr><td>STT", Format::unread, Format::html},
        {"\xEF\xBB\xBF{\\rtf1", Format::rich_text, Format::rich_text},
        {"From: a@b.c\nMIME-Version: 1.0\nContent-Type: text/plain\n\nx", Format::text,
         Format::mail},
        {"PK\x03\x04...", Format::compound, Format::package},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Format::package, Format::compound},
        {"{\\rtf1\\ansi", Format::compound, Format::rich_text},
        {"{\\rtf1\\ansi", Format::text, Format::rich_text},
        {"\x89PNG\r\n\x1A\n", Format::image, Format::image},
        {"II*\0"s, Format::pdf, Format::image},
        {"\xEF\xBB\xBF <HTML xmlns:o=\"urn\">", Format::compound, Format::html},
        {"<!DOCTYPE html>", Format::rich_text, Format::html},
        {"<!DOCTYPE html>", Format::text, Format::text},
        {"Báo cáo tháng 3", Format::compound, Format::text},
        {"\0\1\2\3"s, Format::compound, Format::none},
        {"MIME-Version: 1.0", Format::compound, Format::mime},
        {"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", Format::html, Format::mime},
        {"MIME-Version: 1.0 là gì", Format::text, Format::text},
        {"Ghi chú: trang\nMIME-Version: 1.0", Format::compound, Format::text},
        {"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?>", Format::compound,
         Format::word_xml},
        {"<x:wordDocument xmlns:x=\"http://schemas.microsoft.com/office/word/2003/wordml\">",
         Format::word_xml, Format::word_xml},
        {"<?xml version=\"1.0\"?><urlset>", Format::word_xml, Format::word_xml},
        {"Báo cáo tháng 3", Format::pdf, Format::none},
        {"%PDF-1.7", Format::jsonl, Format::jsonl}};
    for (const auto& [front, by_name, format] : cases)
        EXPECT_EQ(format_of_content(front, by_name), format) << front;
}

std::string docx(const std::string& body, const std::string& numbering = "",
                 const std::string& styles = "") {
    const std::string space =
        " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">";
    return zipped(
        {{"word/document.xml", "<w:document" + space + body + "</w:document>"},
         {"word/numbering.xml", "<w:numbering" + space + numbering + "</w:numbering>"},
         {"word/styles.xml", "<w:styles" + space + styles + "</w:styles>"},
         {"word/footnotes.xml",
          "<w:footnotes" + space + "<w:p><w:r><w:t>Chú thích</w:t></w:r></w:p></w:footnotes>"}});
}

std::string paragraph(const std::string& text, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

TEST(Docx, KeepsWhatAReaderSees) {
    const std::string cell = "<w:tc>" + paragraph("a") + "</w:tc>";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {paragraph("Một") + paragraph("") + paragraph("Hai"), "Một\nHai\n"},
        {"<w:p><w:r><w:t>Báo</w:t><w:tab/><w:t>cáo</w:t><w:br/><w:t>tháng</w:t></w:r></w:p>",
         "Báo\tcáo\ntháng\n"},
        {"<w:p><w:pPr><w:tabs><w:tab "
         "w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
         "a\n"},
        {"<w:p><w:del><w:r><w:delText>xóa</w:delText></w:r></w:del><w:ins><w:r><w:t>thêm</w:t></"
         "w:r>"
         "</w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
         "thêm\n"},
        {"<w:p><w:r><w:t>ngoài </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" +
             paragraph("khung") + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" +
             paragraph("khung") +
             "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
             "<w:r><w:t>tiếp</w:t></w:r></w:p>",
         "khung\nngoài tiếp\n"},
        {"<w:tbl><w:tr>" + cell + "<w:tc>" + paragraph("b") + "</w:tc></w:tr></w:tbl>", "a\tb\n"},
        {"<w:tbl><w:tr>" + cell + "<w:tc>" + paragraph("b") + paragraph("c") +
             "</w:tc></w:tr></w:tbl>",
         "a\nb\nc\n"},
        {"<w:tbl><w:tr>" + cell + "<w:tc><w:tbl><w:tr>" + cell + cell +
             "</w:tr></w:tbl></w:tc></w:tr></w:tbl>",
         "a\ta\ta\n"}};
    for (const auto& [body, expected] : cases)
        EXPECT_EQ(read_docx(docx(body)).text, expected + "Chú thích\n") << body;
}

TEST(Docx, FontsTellTheEncodingOfTheirRuns) {
    const auto run = [](const std::string& font, const std::string& text) {
        return "<w:r><w:rPr><w:rFonts w:ascii=\"" + font + "\"/></w:rPr><w:t>" + text +
               "</w:t></w:r>";
    };
    // Too short to be told by its words.
    const std::vector<std::pair<std::string, std::string>> cases = {
        {run(".VnTime", "x· T©n LËp") + "<w:r><w:t> – x·</w:t></w:r>", "xã Tân Lập – x·"},
        {run(".VnTimeH", "ñy ban"), "ỦY BAN"},
        {run("VNI-Times", "UÛy ban nhaân daân"), "Ủy ban nhân dân"},
        {run("VNI-Times", "Ủy ban"), "Ủy ban"},
        {run("Times New Roman", "x·"), "x·"}};
    for (const auto& [runs, expected] : cases)
        EXPECT_EQ(read_docx(docx("<w:p>" + runs + "</w:p>")).text, expected + "\nChú thích\n");
}

TEST(Docx, WritesAutomaticNumbersOut) {
    const auto level = [](int number, const std::string& format, const std::string& text) {
        return "<w:lvl w:ilvl=\"" + std::to_string(number) +
               "\"><w:start w:val=\"1\"/><w:numFmt "
               "w:val=\"" +
               format + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    };
    const std::string numbering =
        "<w:abstractNum w:abstractNumId=\"7\">" + level(0, "upperRoman", "%1.") +
        level(1, "decimal", "%2.") + level(2, "decimal", "%2.%3.") +
        level(3, "lowerLetter", "%4)") + level(4, "bullet", "x") +
        "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">"
        "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
    const std::string styles =
        "<w:style w:styleId=\"Muc\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/>"
        "</w:numPr></w:pPr></w:style>"
        "<w:style w:styleId=\"MucCon\"><w:basedOn w:val=\"Muc\"/></w:style>";
    const auto item = [](int list, int at) {
        return "<w:numPr><w:ilvl w:val=\"" + std::to_string(at) + "\"/><w:numId w:val=\"" +
               std::to_string(list) + "\"/></w:numPr>";
    };
    const std::string body = paragraph("KẾT QUẢ", item(1, 0)) +
                             paragraph("Kinh tế", "<w:pStyle w:val=\"Muc\"/>") +
                             paragraph("Lúa", item(1, 2)) + paragraph("Ngô", item(1, 2)) +
                             paragraph("Xã hội", "<w:pStyle w:val=\"MucCon\"/>") +
                             paragraph("Y tế", item(1, 2)) + paragraph("một", item(1, 3)) +
                             paragraph("chấm", item(1, 4)) + paragraph("trơn", item(0, 0)) +
                             paragraph("NHIỆM VỤ", item(1, 0)) + paragraph("Mới", item(2, 0));
    EXPECT_EQ(read_docx(docx(body, numbering, styles)).text,
              "I. KẾT QUẢ\n1. Kinh tế\n1.1. Lúa\n1.2. Ngô\n2. Xã hội\n2.1. Y tế\na) một\n- chấm\n"
              "trơn\nII. NHIỆM VỤ\nI. Mới\nChú thích\n");
}

TEST(Docx, KnowsWherePagesBeganWhenItWasLastShown) {
    const RawDocument document =
        read_docx(docx(paragraph("một") +
                       "<w:p><w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r>"
                       "</w:p>" +
                       paragraph("ba")));
    EXPECT_EQ(document.page_starts, (std::vector<std::uint32_t>{1, 2}));
}

TEST(Odt, KeepsWhatAReaderSees) {
    const std::string head =
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
        " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
        " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
        " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\">"
        "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\""
        " style:num-format=\"I\" style:num-suffix=\".\"/></text:list-style>";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"<text:p>Báo<text:s text:c=\"2\"/>cáo<text:line-break/>tháng</text:p>",
         "Báo  cáo\ntháng\n"},
        {"<text:p>a<office:annotation><text:p>ghi chú</text:p></office:annotation>b</text:p>",
         "ab\n"},
        {"<table:table><table:table-row><table:table-cell><text:p>a</text:p></"
         "table:table-cell><table:table-cell>"
         "<text:p>b</text:p></table:table-cell></table:table-row></table:table>",
         "a\tb\n"},
        {"<text:list text:style-name=\"L\"><text:list-item><text:p>MỘT</text:p></text:list-item>"
         "<text:list-item><text:p>HAI</text:p><text:p>tiếp</text:p></text:list-item></text:list>",
         "I. MỘT\nII. HAI\ntiếp\n"}};
    for (const auto& [body, expected] : cases) {
        const std::string odt =
            zipped({{"mimetype", "application/vnd.oasis.opendocument.text"},
                    {"content.xml", head + body + "</office:document-content>"}});
        EXPECT_EQ(read_odt(odt).text, expected) << body;
    }
}

TEST(PagedText, RowsOfProgramsBecomeLines) {
    EXPECT_EQ(paragraphs_of(" a \t b\tc\t\n\n Nơi nhận:\t\tTM. UBND\n").text,
              "a | b | c\nNơi nhận:\tTM. UBND\n");
}

TEST(Extraction, ComesBackAsItWentAndRefusesTheRest) {
    Extraction extraction;
    extraction.document.text = "Một\nHai\n";
    extraction.document.stated.title = "Báo cáo";
    extraction.document.page_starts = {1, 2};
    extraction.entries = {{"a.docx", std::nullopt}, {"b\n.doc", Message{"hỏng", "broken"}}};
    extraction.error = Message{"cụt", "cut"};
    const std::string bytes = encode(extraction);
    const auto back = decode_extraction(bytes);
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(back->document.text, extraction.document.text);
    EXPECT_EQ(back->document.stated.title, "Báo cáo");
    EXPECT_EQ(back->document.page_starts, extraction.document.page_starts);
    EXPECT_EQ(back->entries, extraction.entries);
    EXPECT_EQ(back->error, extraction.error);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(decode_extraction(bytes.substr(0, size))) << size;
    for (const char* const wrong : {"T99:abc.0:", "p1:9.0:", "p1:0.0:", "z0:.0:", "q1:a.0:", ".0:x",
                                    "T-1:.0:", "T18446744073709551615:.0:"})
        EXPECT_FALSE(decode_extraction(wrong)) << wrong;
}

}  // namespace
}  // namespace commsearch::source
