// RTF as Word, WordPad, LibreOffice and programs of offices write it.

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"

namespace commsearch::source {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

void expect_texts(const Cases& cases) {
    const std::string head = R"({\rtf1\ansi\deff0{\fonttbl{\f0\fcharset0 Times New Roman;})"
                             R"({\f1\fcharset163 Times New Roman (Vietnamese);}{\f2 .VnTime;})"
                             R"({\f3\fcharset2 Symbol;}{\f4 VNI-Times;}{\f5\fcharset204 Arial;}})";
    for (const auto& [body, expected] : cases)
        EXPECT_EQ(read_rtf(head + body + '}').text, expected + '\n') << body;
}

TEST(Rtf, CharactersThatStandForUnicodeArePassedOver) {
    expect_texts({{R"(\uc1 x\u227?)", "xã"},
                  {R"(x\u227\'e3)", "xã"},
                  {R"(\uc0 x\u227 T\u226n)", "xãTân"},
                  {R"(\uc2 x\u227 ?? T\u226\'c3\'a2n)", "xã Tân"},
                  {R"({\uc0 x\u227}\u7841 ?)", "xãạ"},
                  {R"(a\u8211\endash b\u160\~c)",
                   "a–b\xC2\xA0"
                   "c"},
                  {R"(x\u227{?})", "xã?"},
                  {R"(x\u227\par ?)", "xã\n?"},
                  {R"(\u-10179?\u-8704?)", "😀"},
                  {R"(\u-3913?x)", "x"},
                  {R"(30{\f3\u-3920?}C, {\f3\'b3} 80%, {\f3\'b7} x)", "30°C, ≥ 80%,   x"}});
}

TEST(Rtf, BytesAreOfTheCodePageOfTheirFont) {
    expect_texts({{R"(B\'c1O C\'c1O)", "BÁO CÁO"},
                  {R"(\f1 n\'e3m, \'f0\'fd\'f5ng x\'e3\'de, B\'ccA)", "năm, đương xẵ, B̀A"},
                  {R"(\f1 t\'ea\'ec, {\f0 t\'ea}, o\'f2)", "tế, tê, ọ"},
                  {R"(\f2 x\'b7 T\'a9n L\'cbp\f0  x\'b7)", "xã Tân Lập x·"},
                  {R"(\f2 x\u183? T\u169?n)", "xã Tân"},
                  {R"(\f4 Uy\'fb ban nha\'e2n da\'e2n)", "Uỷ ban nhân dân"},
                  {R"(\f5 \'cc\'ee)", "Мо"},
                  {R"(\ansicpg1258\f9 \'f0\'e3)", "đă"},
                  {R"(\ansicpg65001\f9 x\'c3\'a3)", "xã"}});
}

TEST(Rtf, KeepsWhatAReaderSees) {
    expect_texts({{R"(khoai m\'ec cao\line s\u7843?n)", "khoai mì cao\nsản"},
                  {R"(kinh t\u7871?\_x\u227?, n\-o)", "kinh tế-xã, no"},
                  {R"(a\tab b\~c\emdash d\ldblquote e\rdblquote)",
                   "a\tb\xC2\xA0"
                   "c—d“e”"},
                  {R"({\header \'f0\'e7u}{\footerr cu\u7889?i}I. \{KINH\}\par)", "I. {KINH}"},
                  {R"({\info{\title x}}{\stylesheet{\s1 Heading;}}{\*\generator x;}a)", "a"},
                  {R"(a{\pict\wmetafile8 010203}{\*\shppict{\pict\bin3 }}}}}b)", "ab"},
                  {R"(tr\uc0\u432 \u7899 c{\footnote\chftn  ch\u250  th\'edch} sau)",
                   "trước sau\nchú thích"},
                  {R"(a{\v \'e2n}\v0 b{\deleted x}c\plain d)", "abcd"},
                  {"a\\\nb", "a\nb"},
                  {R"(a\sect b\page c)", "a\nb\nc"},
                  {R"(a\unknown5 b{\*\unknown c}{\unknown d})", "abd"}});
}

TEST(Rtf, FieldsShowTheirResults) {
    expect_texts(
        {{R"({\field{\*\fldinst{ HYPERLINK \\l "a" }}{\fldrslt M\u7909?c}} I)", "Mục I"},
         {R"({\field{\*\fldinst TOC \\o "1-3"}{\fldrslt I. KINH\tab 3\par}}I. KINH)", "I. KINH"},
         {R"({\field{\*\fldinst PAGE}{\fldrslt {\b 3}}}/5)", "3/5"}});
}

TEST(Rtf, TextBoxesStandBeforeTheirParagraph) {
    expect_texts({{R"(a{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt h\u7897?p\par}}{\shprslt h}}b)",
                   "hộp\nab"},
                  {R"(a{\*\do\dobx{\dptxbx{\dptxbxtext h\par}}}b)", "h\nab"}});
}

TEST(Rtf, AutomaticNumbersAreKept) {
    expect_texts({{R"({\listtext\pard\plain\f0 1.\tab}\pard Kinh t\u7871?\par)", "1. Kinh tế"},
                  {R"({\pntext\f3\'b7\tab}M\u7897?t\par Hai)", "- Một\nHai"},
                  {R"({\listtext\u8226 ?\tab}a\par)", "- a"},
                  {R"({\listtext I.\tab}\par sau)", "sau"}});
}

TEST(Rtf, RowsAreLines) {
    expect_texts(
        {{R"(\trowd\cellx1\cellx2\pard\intbl a\cell b\cell\row c\par)", "a\tb\nc"},
         {R"(\trowd\cellx1{\pard\intbl a\cell}{\pard\intbl b}\cell{\trowd\cellx1\row}\pard c)",
          "a\tb\nc"},
         {R"(\trowd\cellx1 a\cell b\cell\row\trowd c\cell\cell\row d)", "a\tb\nc\nd"},
         {R"(\trowd\pard\intbl{\listtext\pard 1.\tab}\pard\intbl a\cell b\cell\row)", "1. a\tb"},
         {R"(\trowd\pard\intbl x\par{\pard\intbl\itap2 a\nestcell b\nestcell})"
          R"({\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl y\cell z\cell\row t)",
          "x\na\tb\ny\nz\nt"},
         {R"(\trowd a\par b\par c)", "a\nb\nc"}});
}

TEST(Rtf, HeadsOfColumnsAreKnown) {
    const std::string cells = R"(\cellx1\cellx2\pard\intbl L\'faa\cell 54 t\u7841 ?\cell\row)";
    const RawDocument document =
        read_rtf(R"({\rtf1 m\par\trowd\trhdr\pard\intbl C\'e2y\cell Ha\cell\row\trowd)" + cells +
                 R"(\trowd)" + cells + R"(\pard sau\par})");
    EXPECT_EQ(document.text, "m\nCây\tHa\nLúa\t54 tạ\nLúa\t54 tạ\nsau\n");
    EXPECT_EQ(document.tables, (std::vector<TableSpan>{{2, 4, 1}}));
}

TEST(Rtf, CellsCoverTheColumnsBetweenTheirEdges) {
    const RawDocument document = read_rtf(
        R"({\rtf1 \trowd\trhdr\trleft-100\cellx500\cellx2000\pard\intbl TT\cell S\'f4\cell\row)"
        R"(\trowd\trhdr\trleft-100\cellx505\cellx1000\cellx2000\pard\intbl\cell N\cell M\cell\row)"
        R"(\trowd\trleft-100\cellx500\cellx1000\cellx2000\pard\intbl 1\cell 2\cell 3\cell\row)"
        R"(\trowd\trleft-100\cellx1000\cellx2000\pard\intbl C\'f4ng\cell 5\cell\row})");
    EXPECT_EQ(document.text, "TT\tSô\n\tN\tM\n1\t2\t3\nCông\t\t5\n");
}

TEST(Rtf, BrokenOnesGiveWhatIsThere) {
    EXPECT_EQ(read_rtf("\xEF\xBB\xBF{\\rtf1 a}").text, "a\n");
    EXPECT_EQ(read_rtf("{\\rtf1 a{\\b b").text, "ab\n");
    EXPECT_EQ(read_rtf("{\\rtf1 a}}} b\\'").text, "a b?\n");
    EXPECT_EQ(read_rtf("{\\rtf1 a\\bin999999999 b").text, "a\n");
    EXPECT_THROW(static_cast<void>(read_rtf("{\\rtf1{\\header x}}")), Error);
    EXPECT_THROW(static_cast<void>(read_rtf(std::string(100'000, '{'))), Error);
}

}  // namespace
}  // namespace commsearch::source
