#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/formats/archive.h"
#include "tests/indexer/source/formats/office_parts.h"
#include "tests/support/zip_writer.h"

namespace commsearch::source {
namespace {

constexpr const char* spaces =
    " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";

std::string root(const std::string& name, const std::string& content) {
    return "<p:" + name + spaces + content + "</p:" + name + ">";
}

std::string paragraph(const std::string& text, const std::string& properties = "") {
    return "<a:p>" + properties + "<a:r><a:t>" + text + "</a:t></a:r></a:p>";
}

std::string shape(const std::string& place, const std::string& paragraphs) {
    return "<p:sp><p:nvSpPr><p:nvPr>" + (place.empty() ? "" : "<p:ph type=\"" + place + "\"/>") +
           "</p:nvPr></p:nvSpPr><p:txBody>" + paragraphs + "</p:txBody></p:sp>";
}

RawDocument read_slides(const std::vector<std::string>& slides, const Parts& more = {}) {
    Parts parts = more;
    std::string list;
    std::vector<std::tuple<std::string, std::string, std::string>> names;
    for (std::size_t i = 0; i < slides.size(); ++i) {
        const std::string number = std::to_string(i);
        // The order of showing is that of the list, not that of names.
        list = "<p:sldId id=\"25" + number + "\" r:id=\"r" + number + "\"/>" + list;
        names.emplace_back("r" + number, "slide", "slides/slide" + number + ".xml");
        parts.emplace_back("ppt/slides/slide" + number + ".xml", root("sld", slides[i]));
    }
    parts.emplace_back("ppt/presentation.xml", root("presentation", list));
    parts.emplace_back("_rels/.rels",
                       relationships({{"a", "officeDocument", "ppt/presentation.xml"}}));
    parts.emplace_back("ppt/_rels/presentation.xml.rels", relationships(names));
    return read_package(zipped(parts), {},
                        [](std::size_t, std::string_view) { ADD_FAILURE() << "no archive"; })
        .document;
}

TEST(Pptx, SlidesArePagesInTheOrderOfShowing) {
    const RawDocument document = read_slides(
        {shape("", paragraph("Trồng dứa") + paragraph("Nuôi cá")) +
             shape("title", paragraph("Nông nghiệp")) + shape("sldNum", paragraph("2")) +
             shape("ftr", paragraph("UBND xã")) + shape("dt", paragraph("05/10/2023")),
         shape("ctrTitle", paragraph("BÁO CÁO")) + shape("subTitle", paragraph("Tháng 9"))},
        {{"ppt/slides/_rels/slide0.xml.rels",
          relationships({{"n", "notesSlide", "../notesSlides/n.xml"},
                         {"d", "diagramData", "../diagrams/data1.xml"},
                         {"l", "slideLayout", "../slideLayouts/l.xml"}})},
         {"ppt/slideLayouts/l.xml", root("sldLayout", shape("title", paragraph("Bấm để sửa")))},
         {"ppt/diagrams/data1.xml", root("x", paragraph("sơ đồ"))},
         {"ppt/notesSlides/n.xml", root("notes", shape("sldImg", paragraph("1")) +
                                                     shape("body", paragraph("nhắc số liệu")))}});
    EXPECT_EQ(document.text,
              "BÁO CÁO\nTháng 9\nNông nghiệp\nTrồng dứa\nNuôi cá\nnhắc số liệu\nsơ đồ\n");
    EXPECT_EQ(document.page_starts, (std::vector<std::uint32_t>{1, 3}));
}

TEST(Pptx, NumbersBreaksAndTablesAreKept) {
    const auto numbered = [](const std::string& text, const std::string& type, int level = 0,
                             const std::string& start = "") {
        return paragraph(text, "<a:pPr lvl=\"" + std::to_string(level) + "\"><a:buAutoNum type=\"" +
                                   type + "\"" + start + "/></a:pPr>");
    };
    const std::string row = "<a:tr><a:tc><a:txBody>" + paragraph("a") +
                            "</a:txBody></a:tc><a:tc><a:txBody>" + paragraph("b") +
                            "</a:txBody></a:tc><a:tc><a:txBody>" + paragraph("7") +
                            "</a:txBody></a:tc></a:tr>";
    std::string text =
        read_slides(
            {shape("", numbered("một", "romanUcPeriod") + numbered("x", "alphaLcParenR", 1) +
                           numbered("y", "alphaLcParenR", 1) + numbered("hai", "romanUcPeriod") +
                           numbered("z", "alphaLcParenR", 1) + paragraph("trơn") +
                           numbered("ba", "arabicParenBoth", 0, " startAt=\"5\"")) +
             shape("", "<a:p><a:r><a:t>dòng</a:t></a:r><a:br/><a:r><a:t>mới</a:t></a:r></a:p>") +
             "<p:graphicFrame><a:tbl>" + row + row + "</a:tbl></p:graphicFrame>"})
            .text;
    for (char& byte : text) byte = byte == '\t' ? '|' : byte;
    EXPECT_EQ(text, "I. một\na) x\nb) y\nII. hai\na) z\ntrơn\n(5) ba\ndòng\nmới\na|b|7\na|b|7\n");
}

}  // namespace
}  // namespace commsearch::source
