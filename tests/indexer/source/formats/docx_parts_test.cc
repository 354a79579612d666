// The parts of a .docx: which is the document, what its numbers are, what of it is text.

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/formats/archive.h"
#include "indexer/source/formats/document_readers.h"
#include "tests/indexer/source/formats/office_parts.h"
#include "tests/support/zip_writer.h"

namespace commsearch::source {
namespace {

TEST(DocxParts, AreFoundByTheirRelationships) {
    const std::string text = word_document({"Báo cáo"});
    const auto main = [](const std::string& target) {
        return relationships({{"rId9", "theme", "x.xml"}, {"rId1", "officeDocument", target}});
    };
    const std::vector<Parts> cases = {
        {{"word/document.xml", text}},
        {{"Word/Document.XML", text}},
        {{"word\\document.xml", text}},
        {{"_rels/.rels", main("word/document2.xml")}, {"word/document2.xml", text}},
        {{"_rels/.rels", main("/word/document2.xml")}, {"word/document2.xml", text}},
        {{"_RELS/.rels", main("Word/Document.xml")}, {"word/document.xml", text}},
        {{"_rels/.rels", main("./noi-dung/../chinh.xml")}, {"chinh.xml", text}},
        {{"_rels/.rels", main("lost.xml")}, {"word/document.xml", text}},
        {{"word/document.xml", "<other/>"},
         {"_rels/.rels", main("word/document2.xml")},
         {"word/document2.xml", text}},
    };
    for (const Parts& parts : cases) {
        const Extraction read = read_package(zipped(parts), {}, [](std::size_t, std::string_view) {
            ADD_FAILURE() << "taken for an archive";
        });
        EXPECT_EQ(read.document.text, "Báo cáo\n") << parts.back().first;
    }
}

TEST(DocxParts, NotesStandBehindTheText) {
    const auto note = [](const std::string& kind, const std::string& text) {
        return "<w:" + kind + "s" + word_space + "><w:" + kind + "><w:p><w:r><w:t>" + text +
               "</w:t></w:r></w:p></w:" + kind + "></w:" + kind + "s>";
    };
    EXPECT_EQ(
        read_docx(zipped({{"_rels/.rels", relationships({{"a", "officeDocument", "w/m.xml"}})},
                          {"w/_rels/m.xml.rels", relationships({{"b", "endnotes", "e2.xml"}})},
                          {"w/m.xml", word_document({"Một"})},
                          {"word/footnotes.xml", note("footnote", "chân trang")},
                          {"w/e2.xml", note("endnote", "cuối bài")}}))
            .text,
        "Một\nchân trang\ncuối bài\n");
}

TEST(DocxParts, WhatIsInsertedStandsInItsPlace) {
    const std::string relation =
        " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    const auto read = [&](const std::string& element, const std::string& type,
                          const std::string& name, const std::string& content) {
        const std::string body = "<w:p><w:r><w:t>trước</w:t></w:r></w:p>" + element + element +
                                 "<w:p><w:r><w:t>sau</w:t></w:r></w:p>";
        return read_docx(
                   zipped({{"word/document.xml", std::string("<w:document") + word_space +
                                                     relation + ">" + body + "</w:document>"},
                           {"word/_rels/document.xml.rels", relationships({{"a1", type, name}})},
                           {"word/" + name, content}}))
            .text;
    };
    const std::string chunk = "<w:altChunk r:id=\"a1\"/>";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"chen.htm", "<html><body><p>nuôi cua biển đạt 40 tấn</p></body></html>"},
        {"chen.rtf", "{\\rtf1 nu\\u244?i cua bi\\u7875?n \\u273?\\u7841?t 40 t\\u7845?n}"},
        {"chen.txt", "nuôi cua biển đạt 40 tấn\n"},
        {"chen.docx", zipped({{"word/document.xml", word_document({"nuôi cua biển đạt 40 tấn"})}})},
    };
    for (const auto& [name, content] : cases) {
        EXPECT_EQ(read(chunk, "aFChunk", name, content), "trước\nnuôi cua biển đạt 40 tấn\nsau\n")
            << name;
    }
    EXPECT_EQ(read(chunk, "aFChunk", "hong.docx", "PK"), "trước\nsau\n");
    EXPECT_EQ(read("<w:p><w:r><d:relIds xmlns:d=\"x\" r:dm=\"a1\"/></w:r></w:p>", "diagramData",
                   "data1.xml",
                   "<d xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:p>"
                   "<a:r><a:t>Chủ tịch</a:t></a:r></a:p></d>"),
              "trước\nChủ tịch\nsau\n");
}

std::string level(int number, const std::string& format, const std::string& text,
                  const std::string& more = "") {
    return "<w:lvl w:ilvl=\"" + std::to_string(number) +
           "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more +
           "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

std::string abstract_list(int number, const std::string& content) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(number) + "\">" + content +
           "</w:abstractNum>";
}

std::string list(int number, int abstract, const std::string& content = "") {
    return "<w:num w:numId=\"" + std::to_string(number) + "\"><w:abstractNumId w:val=\"" +
           std::to_string(abstract) + "\"/>" + content + "</w:num>";
}

/// Paragraphs "x" with these properties -> their numbers, one blank behind each.
std::string labels(const std::string& numbering, const std::vector<std::string>& properties,
                   const std::string& styles = "") {
    std::string body;
    for (const std::string& one : properties)
        body += "<w:p><w:pPr>" + one + "</w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
    const std::string text =
        read_docx(zipped({{"word/document.xml",
                           std::string("<w:document") + word_space + ">" + body + "</w:document>"},
                          {"word/numbering.xml", std::string("<w:numbering") + word_space + ">" +
                                                     numbering + "</w:numbering>"},
                          {"word/styles.xml",
                           std::string("<w:styles") + word_space + ">" + styles + "</w:styles>"}}))
            .text;
    std::string found;
    for (const char byte : text) found += byte == '\n' ? "" : std::string(1, byte);
    for (std::size_t at = found.find('x'); at != std::string::npos; at = found.find('x'))
        found.erase(at, 1);
    return found;
}

std::string item(int list_number, int at) {
    return "<w:numPr><w:ilvl w:val=\"" + std::to_string(at) + "\"/><w:numId w:val=\"" +
           std::to_string(list_number) + "\"/></w:numPr>";
}

TEST(DocxNumbers, AreWrittenAsWordShowsThem) {
    const std::string parts = level(0, "upperRoman", "PHẦN %1");
    const std::string restart =
        "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    const std::string own =
        "<w:lvlOverride w:ilvl=\"0\">" + level(0, "lowerLetter", "%1)") + "</w:lvlOverride>";
    struct Row {
        std::string numbering;
        std::vector<std::string> items;
        std::string expected;
    };
    const std::vector<Row> cases = {
        {abstract_list(1, level(0, "decimalZero", "%1.")) + list(1, 1),
         std::vector<std::string>(10, item(1, 0)), "01. 02. 03. 04. 05. 06. 07. 08. 09. 10. "},
        {abstract_list(1, parts + level(1, "decimal", "%1.%2", "<w:isLgl/>")) + list(1, 1),
         {item(1, 0), item(1, 1), item(1, 0), item(1, 1)},
         "PHẦN I 1.1 PHẦN II 2.1 "},
        {abstract_list(1, parts + level(1, "decimal", "%1.%2", "<w:isLgl w:val=\"0\"/>")) +
             list(1, 1),
         {item(1, 0), item(1, 1)},
         "PHẦN I I.1 "},
        {abstract_list(1, level(0, "decimal", "%1.")) + list(1, 1) + list(2, 1, restart),
         {item(1, 0), item(2, 0), item(2, 0)},
         "1. 5. 6. "},
        {abstract_list(1, level(0, "decimal", "%1.")) + list(1, 1) + list(2, 1, own),
         {item(1, 0), item(2, 0), item(1, 0)},
         "1. b) 3. "},
        {abstract_list(1, level(0, "upperRoman", "%1.") +
                              level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>")) +
             list(1, 1),
         {item(1, 0), item(1, 1), item(1, 0), item(1, 1)},
         "I. 1. II. 2. "},
        {abstract_list(1,
                       "<w:lvl w:ilvl=\"0\"><w:start w:val=\"0\"/><w:numFmt w:val=\"decimal\"/>"
                       "<w:lvlText w:val=\"%1.\"/></w:lvl>") +
             list(1, 1),
         {item(1, 0), item(1, 0)},
         "0. 1. "},
        {abstract_list(1, level(0, "ordinal", "%1.")) + list(1, 1), {item(1, 0)}, "1. "},
        {abstract_list(1, level(0, "none", "")) + list(1, 1), {item(1, 0)}, ""},
        {abstract_list(1, level(0, "decimal", "%1.")) + list(1, 1),
         {item(1, 0) + "<w:pPrChange><w:pPr>" + item(0, 0) + "</w:pPr></w:pPrChange>"},
         "1. "},
    };
    for (const auto& [numbering, items, expected] : cases)
        EXPECT_EQ(labels(numbering, items), expected);
}

TEST(DocxNumbers, ComeFromStyles) {
    const auto style = [](const std::string& id, const std::string& content) {
        return "<w:style w:styleId=\"" + id + "\">" + content + "</w:style>";
    };
    const std::string of_list = "<w:pPr><w:numPr><w:numId w:val=\"9\"/></w:numPr></w:pPr>";
    const std::string numbering =
        abstract_list(6, "<w:numStyleLink w:val=\"KieuSo\"/>") +
        abstract_list(7, "<w:styleLink w:val=\"KieuSo\"/>" + level(0, "upperRoman", "%1.") +
                             level(1, "decimal", "%2.", "<w:pStyle w:val=\"Muc2\"/>")) +
        list(8, 6) + list(9, 7);
    const std::string styles = style("KieuSo", of_list) + style("Muc2", of_list) +
                               style("Muc2Con", "<w:basedOn w:val=\"Muc2\"/>");
    EXPECT_EQ(labels(numbering,
                     {item(8, 0), "<w:pStyle w:val=\"Muc2\"/>", "<w:pStyle w:val=\"Muc2Con\"/>",
                      item(8, 0), item(9, 1)},
                     styles),
              "I. 1. 2. II. 1. ");
    const std::string circle = abstract_list(6, "<w:numStyleLink w:val=\"KieuSo\"/>") + list(9, 6);
    EXPECT_EQ(labels(circle, {item(9, 0)}, styles), "");
}

TEST(DocxNumbers, AnEmptyItemCountsADeletedOneDoesNot) {
    const std::string numbering = std::string("<w:numbering") + word_space + ">" +
                                  abstract_list(1, level(0, "decimal", "%1.")) + list(1, 1) +
                                  "</w:numbering>";
    const auto paragraph = [](const std::string& properties, const std::string& runs) {
        return "<w:p><w:pPr>" + item(1, 0) + properties + "</w:pPr>" + runs + "</w:p>";
    };
    const std::string text = "<w:r><w:t>x</w:t></w:r>";
    const std::string body =
        paragraph("", text) + paragraph("", "") + paragraph("", text) +
        paragraph("<w:rPr><w:del/></w:rPr>", "<w:del><w:r><w:delText>y</w:delText></w:r></w:del>") +
        paragraph("", text);
    EXPECT_EQ(read_docx(zipped({{"word/document.xml", std::string("<w:document") + word_space +
                                                          ">" + body + "</w:document>"},
                                {"word/numbering.xml", numbering}}))
                  .text,
              "1. x\n3. x\n4. x\n");
}

}  // namespace
}  // namespace commsearch::source
