// Word documents in one XML file, whatever their name says.

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"

namespace commsearch::source {
namespace {

std::string word_2003(const std::string& body) {
    return "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument "
           "xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\" "
           "xmlns:wx=\"http://schemas.microsoft.com/office/word/2003/auxHint\" "
           "xmlns:aml=\"http://schemas.microsoft.com/aml/2001/core\"><w:docPr><w:view "
           "w:val=\"print\"/></w:docPr><w:body><wx:sect>" +
           body + "</wx:sect></w:body></w:wordDocument>";
}

std::string paragraph(const std::string& text, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

TEST(WordXml, Of2003IsReadAsDocx) {
    const auto number = [](const std::string& text) {
        return "<w:listPr><w:ilvl w:val=\"0\"/><w:ilfo w:val=\"1\"/><wx:t wx:val=\"" + text +
               "\"/><wx:font wx:val=\"Symbol\"/></w:listPr>";
    };
    const std::string comment = "<aml:annotation w:type=\"Word.Comment\"><aml:content>" +
                                paragraph("góp ý") + "</aml:content></aml:annotation>";
    const std::string cells =
        "<w:tc>" + paragraph("Lúa") + "</w:tc><w:tc>" + paragraph("54") + "</w:tc>";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {paragraph("Báo cáo") + paragraph("") + paragraph("Hai"), "Báo cáo\nHai\n"},
        {paragraph("KẾT QUẢ", number("I.")) + paragraph("Lúa", number("·")), "I. KẾT QUẢ\n- Lúa\n"},
        {"<w:p><w:r><w:t>Một</w:t>" + comment + "</w:r><w:r><w:t> hai</w:t></w:r></w:p>",
         "Một hai\n"},
        {"<w:p><aml:annotation w:type=\"Word.Insertion\"><aml:content><w:r><w:t>thêm</w:t></w:r>"
         "</aml:content></aml:annotation><aml:annotation w:type=\"Word.Deletion\"><aml:content>"
         "<w:r><w:delText>bớt</w:delText></w:r></aml:content></aml:annotation></w:p>",
         "thêm\n"},
        {"<w:p><w:r><w:pict><w:binData w:name=\"a.png\">iVBORw0KGgo=\n</w:binData></w:pict></w:r>"
         "<w:r><w:t>ảnh</w:t></w:r></w:p>",
         "ảnh\n"},
        {"<w:p><w:r><w:t>Thân</w:t></w:r><w:r><w:footnote>" + paragraph("chú thích") +
             "</w:footnote></w:r><w:r><w:t> bài</w:t></w:r></w:p>",
         "chú thích\nThân bài\n"},
        {"<w:tbl><w:tr>" + cells + "</w:tr><w:tr>" + cells + "</w:tr></w:tbl>",
         "Lúa\t54\nLúa\t54\n"},
        {paragraph("Thân") + "<w:sectPr><w:hdr>" + paragraph("đầu trang") + "</w:hdr></w:sectPr>",
         "Thân\n"}};
    for (const auto& [body, text] : cases) EXPECT_EQ(read_word_xml(word_2003(body)).text, text);
}

/// The parts of a .docx, namespaces declared on the root only as some programs do.
std::string flat_docx(const std::string& body) {
    const auto part = [](const std::string& name, const std::string& content) {
        return "<pkg:part pkg:name=\"" + name + "\"><pkg:xmlData>" + content +
               "</pkg:xmlData></pkg:part>";
    };
    const std::string relationships =
        "http://schemas.openxmlformats.org/package/2006/relationships";
    const std::string types =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\" "
           "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" +
           part("/_rels/.rels", "<Relationships xmlns=\"" + relationships +
                                    "\"><Relationship Id=\"a\" Type=\"" + types +
                                    "officeDocument\" Target=\"word/document2.xml\"/>"
                                    "</Relationships>") +
           part("/word/document2.xml", "<w:document><w:body>" + body + "</w:body></w:document>") +
           part("/word/numbering.xml",
                "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt "
                "w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num "
                "w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>") +
           "<pkg:part pkg:name=\"/word/media/a.png\"><pkg:binaryData>iVBORw0KGgo=</pkg:binaryData>"
           "</pkg:part></pkg:package>";
}

TEST(WordXml, OfOneFileIsReadAsDocx) {
    EXPECT_EQ(read_word_xml(
                  flat_docx(paragraph("Báo cáo") + paragraph("KẾT QUẢ",
                                                             "<w:numPr><w:ilvl w:val=\"0\"/>"
                                                             "<w:numId w:val=\"1\"/></w:numPr>")))
                  .text,
              "Báo cáo\nI. KẾT QUẢ\n");
}

TEST(WordXml, OtherXmlSaysSo) {
    for (const std::string& xml :
         {std::string("<urlset/>"), std::string("<pkg:package"), word_2003(""), flat_docx(""),
          "<!DOCTYPE x [<!ENTITY a \"b\">]>" + word_2003(paragraph("&a;")), std::string()})
        EXPECT_THROW(static_cast<void>(read_word_xml(xml)), Error) << xml;
}

}  // namespace
}  // namespace commsearch::source
