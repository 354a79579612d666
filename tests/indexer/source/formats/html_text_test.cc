// HTML to lines of text.

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "tests/indexer/source/bad_input.h"
#include "tests/indexer/source/legacy_texts.h"

namespace commsearch::source {
namespace {

TEST(SourceHtml, LegacyEncodingsAreReadAndRecorded) {
    const std::string entities =
        "&sect;&para;ng &ntilde;y x&middot; b&cedil;o c&cedil;o k&Otilde;t qu&para; c&laquo;ng "
        "t&cedil;c th&cedil;ng 5";
    for (const std::string& body :
         {std::string(tcvn3_bytes), std::string(tcvn3_as_cp1252), entities}) {
        const RawDocument document = read_html("<html><body><p>" + body + "</p></body></html>");
        EXPECT_EQ(document.text, std::string(tcvn3_text) + '\n');
        EXPECT_EQ(document.encoding.encoding, encoding::Encoding::tcvn3);
        EXPECT_FALSE(document.repaired.empty());
    }
}

TEST(SourceHtml, MakesOneLineOfEachBlock) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"Chữ trần", "Chữ trần\n"},
        {"<p>Một  <b>hai</b>\n ba</p>bốn<br>năm", "Một hai ba\nbốn\nnăm\n"},
        {"<ul><li>a<li>b</ul><div>c<div>d</div>e</div>", "a\nb\nc\nd\ne\n"},
        {"<p>&nbsp; thu&nbsp;24,6&ndash;25&#32;tỷ&nbsp;</p>", "thu\u00A024,6–25 tỷ\n"},
        {"<p>th&ecirc;&#x301;</p>", "thế\n"},
        {"<p>a\x01"
         "b&#1;c&#133;</p>",
         "a bc\n"},
        {"<table><tr><th>TT<th>Chỉ tiêu<tr><td>1<td><p>Lúa</p><td><td>230 ha</table>",
         "TT\tChỉ tiêu\n1\tLúa\t230 ha\n"},
        {"<table><tr><td><p>UBND HUYỆN</p><p>UBND XÃ</p></td><td>CỘNG HÒA</td></tr></table>",
         "UBND HUYỆN\nUBND XÃ\nCỘNG HÒA\n"},
        {"<pre>a\n b</pre>", "a\nb\n"},
        {"<p>Lúa <img src=a.jpg alt='anh.jpg'> z478_6e.JPG tốt x.pngy.jpeg</p><p>b.gif</p>",
         "Lúa tốt\n"},
        {"<p><img src=a.jpg></p><p><em>Nhân dân thu hoạch lúa</em></p><p>Một</p>", "Một\n"},
        {"<p><img src=a.jpg></p><p><em>1. Trồng trọt</em></p>", "1. Trồng trọt\n"},
        {"<figure><img><figcaption>Ảnh</figcaption></figure>Một", "Một\n"},
        {"<p>a<script>x</script><style>y</style><noscript>z</noscript></p><!-- k -->", "a\n"},
        {"<p>chưa đóng <b>thẻ <i>nào", "chưa đóng thẻ nào\n"},
        {"<p>Đạt <del>5</del><s>6</s> 7 ha</p>", "Đạt 7 ha\n"},
        {"<details><summary>Kết quả</summary>Một</details>", "Kết quả\nMột\n"},
        {"<span style='display: block'>a</span><span style='display:block'>b</span>", "a\nb\n"},
        {"<p>a<span style='DISPLAY:none'>x</span><span hidden>y</span></p>"
         "<p style='color:red;mso-hide:all'>z</p>",
         "a\n"},
        {"<form><p>Cả trang nằm trong một biểu mẫu của ASP.NET như nhiều cổng xã.</p></form>",
         "Cả trang nằm trong một biểu mẫu của ASP.NET như nhiều cổng xã.\n"},
        {"<ul class=menu><li>Chỉ có trình đơn</ul>", "Chỉ có trình đơn\n"},
    };
    for (const auto& [input, expected] : cases) EXPECT_EQ(read_html(input).text, expected) << input;
}

TEST(SourceHtml, ListsHaveTheNumbersThatABrowserShows) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"<ol><li>a<p>b</p><li>c</ol>", "1. a\nb\n2. c\n"},
        {"<ol type=I><li>a<ol><li>b<li>c</ol><li>d</ol>", "I. a\n1. b\n2. c\nII. d\n"},
        {"<ol type=a start=3><li><p>a</p><li>b</ol>", "c. a\nd. b\n"},
        {"<ol type=A><li type=i>a<li>b</ol>", "i. a\nB. b\n"},
        {"<ol reversed><li>a<li>b<ul><li>x</ul><li>c</ol>", "3. a\n2. b\nx\n1. c\n"},
        {"<ol reversed start=9><li>a<li>b</ol>", "9. a\n8. b\n"},
        {"<ol start=-1><li>a<li>b<li value=7>c<li>d</ol>", "-1. a\n0. b\n7. c\n8. d\n"},
        {"<ol style='list-style-type:upper-roman'><li>a</ol>", "I. a\n"},
        {"<ol style='list-style: none'><li>1. a</ol>", "1. a\n"},
        {"<ol style='color:red'><li>a</ol>", "1. a\n"},
        {"<ol><li><b>a</b> b<li><li>c</ol>", "1. a b\n3. c\n"},
        {"<ul><li>a</ul><ol start=99999999999999999999><li>b</ol>", "a\n1. b\n"},
        {"<li>a</li>", "a\n"},
    };
    for (const auto& [input, expected] : cases) EXPECT_EQ(read_html(input).text, expected) << input;
}

TEST(SourceHtml, WhatIsNoCommentIsABogusOne) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"<p><![if !supportLists]>I. <![endif]>KINH TẾ</p>", "I. KINH TẾ\n"},
        {"<p>a<!b>c<![CDATA[d>e</p>", "ace\n"},
        {"<p>a<!-- x > y -->b<!-->c</p>", "abc\n"},
        {"<!DOCTYPE html><p>a<!doctype x>b</p>", "ab\n"},
        {"<script><![CDATA[ x </script><p>a</p>", "a\n"},
        {"<STYLE><!y</STYLE><p>a</p>", "a\n"},
        {"<p>a<!x", "a\n"},
        {"<p>5 < 6 <! 7", "5 < 6\n"},
    };
    for (const auto& [input, expected] : cases) EXPECT_EQ(read_html(input).text, expected) << input;
}

TEST(SourceHtml, WordsListMarksBeginTheirLines) {
    const auto item = [](const std::string& mark) {
        return "<p>" + ("<b><span style='mso-list:\nIgnore'>" + mark) +
               "<span style='font:7pt \"Times\"'>&nbsp;&nbsp; </span></span></b><b>Kinh tế</b></p>";
    };
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"I.", "I. Kinh tế\n"},     {"1.2.", "1.2. Kinh tế\n"}, {"a)", "a) Kinh tế\n"},
        {"·", "- Kinh tế\n"},       {"o", "- Kinh tế\n"},       {"&#61623;", "- Kinh tế\n"},
        {"-", "- Kinh tế\n"},       {"+", "+ Kinh tế\n"},       {"", "Kinh tế\n"},
        {"1.<br>", "1.\nKinh tế\n"}};
    for (const auto& [mark, expected] : cases) {
        EXPECT_EQ(read_html(item(mark)).text, expected) << mark;
    }
}

TEST(SourceHtml, RefusesWhatItCannotRead) {
    std::string many_attributes = "<p ";
    for (int i = 0; i < 50'000; ++i) many_attributes += 'a' + std::to_string(i) + "='' ";
    const std::vector<BadInput> cases = {
        {"", "empty"},
        {"<html><body><script>x</script></body></html>", "no text on the page"},
        {"<meta charset='windows-1258'><p>c\xE1.", "declares windows-1258"},
        {"<p>c\xE1.", "not UTF-8: first bad byte at offset 4"},
        {std::string("<p>\0a", 5), "NUL"},
        {repeated("<div>", 100'000) + "chữ", "nested deeper than 256"},
        {many_attributes + ">chữ", "too many attributes"},
    };
    for (const auto& [input, part] : cases) {
        expect_part(error_of([&] { (void)read_html(input); }), part);
    }
}

}  // namespace
}  // namespace commsearch::source
