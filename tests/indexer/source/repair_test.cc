// Texts in a legacy encoding, or with broken words, inside the formats that programs read.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/unicode.h"
#include "indexer/report/parser/report_parser.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/report/sections/taxonomy.h"
#include "indexer/review/doubts.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/source.h"
#include "tests/support/legacy_encoder.h"
#include "tests/support/program.h"

namespace commsearch::source {
namespace {

const std::string report =
    "ỦY BAN NHÂN DÂN XÃ BẢN LIỀN\n\nBáo cáo kết quả nhiệm vụ tháng 6 năm 2024\n\n"
    "1. Nông nghiệp\n\nToàn xã đã gieo cấy xong lúa mùa, chăm sóc chè và trồng rừng mới.\n\n"
    "2. Giáo dục\n\nCác trường tổng kết năm học, tỷ lệ chuyển lớp đạt kế hoạch đề ra.\n";
const std::string sentence = "Toàn xã đã gieo cấy xong lúa mùa, chăm sóc chè và trồng rừng mới.";

RawDocument read_as(const std::string& name, const std::string& bytes) {
    const TempFolder folder;
    RawDocument document;
    read_source(
        {folder.write(name, bytes), name, 0}, [&](RawDocument one) { document = std::move(one); },
        [&](const Skipped& skipped) { ADD_FAILURE() << name << ": " << skipped.reason.en; });
    return document;
}

/// How often a report of this document gets the doubt `code`.
std::size_t doubts(const RawDocument& document, std::string_view code) {
    static const report::Gazetteer gazetteer;
    static const report::Taxonomy taxonomy;
    const auto all =
        review::doubts_of(document, report::parse_report(document, gazetteer, taxonomy));
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](const review::Doubt& one) { return one.code == code; }));
}

void expect_repaired(const RawDocument& document, encoding::Encoding encoding) {
    EXPECT_NE(document.text.find(sentence), std::string::npos) << document.text;
    EXPECT_EQ(encoding::encoding_name(document.encoding.encoding),
              encoding::encoding_name(encoding));
    EXPECT_GE(document.encoding.confidence, 0.85);
    EXPECT_EQ(document.encoding.repaired_runs, document.repaired.size());
    ASSERT_FALSE(document.repaired.empty());
    EXPECT_FALSE(document.repaired.front().original.empty());
    EXPECT_EQ(doubts(document, "repaired-encoding"), 1U);
}

/// A page of `body`, its paragraphs parted by empty lines, in any encoding.
std::string page_of(std::string body) {
    for (std::size_t at = body.find("\n\n"); at != std::string::npos; at = body.find("\n\n"))
        body.replace(at, 2, "</p><p>");
    return "<html><head><title>Tin</title></head><body><p>" + body + "</p></body></html>";
}

/// RTF whose bytes above ASCII are written as a word processor with the code page 1252 does.
std::string rich_text_of(std::string_view bytes) {
    std::string out = "{\\rtf1\\ansi\\ansicpg1252 ";
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        char hex[8];
        std::snprintf(hex, sizeof hex, "\\'%02x", static_cast<unsigned>(value));
        if (byte == '\n') {
            out += "\\par\n";
        } else {
            out += value < 0x80 ? std::string(1, byte) : hex;
        }
    }
    return out + '}';
}

TEST(Repair, OfAPageComesBackFromTheChild) {
    for (const encoding::Encoding encoding : {encoding::Encoding::tcvn3, encoding::Encoding::vni}) {
        const std::string text = encodable(encoding, report);
        expect_repaired(read_as("a.html", page_of(encode(encoding, text))), encoding);
    }
}

TEST(Repair, OfRichTextReadAsWestern) {
    const std::string bytes =
        encode(encoding::Encoding::tcvn3, encodable(encoding::Encoding::tcvn3, report));
    expect_repaired(read_as("a.rtf", rich_text_of(bytes)), encoding::Encoding::tcvn3);
    expect_repaired(read_as("a.doc", rich_text_of(bytes)), encoding::Encoding::tcvn3);
}

TEST(Repair, LeavesHealthyPagesAlone) {
    const RawDocument document = read_as("a.html", page_of(report));
    EXPECT_NE(document.text.find(sentence), std::string::npos);
    EXPECT_EQ(document.encoding, encoding::SourceEncoding{});
    EXPECT_TRUE(document.repaired.empty());
}

/// A PDF with these lines, in a font whose codes are UTF-16.
std::string pdf_of(const std::vector<std::string>& lines) {
    std::string shown = "BT /F 10 Tf 12 TL 20 700 Td\n";
    for (const std::string& line : lines) {
        shown += '<';
        for (std::size_t at = 0; at < line.size();) {
            const CodePoint point = decode_at(line, at);
            char hex[12];
            std::snprintf(hex, sizeof hex, "%04X", static_cast<unsigned>(point.value));
            shown += hex;
            at += point.size;
        }
        shown += "> Tj T*\n";
    }
    shown += "ET";
    const std::string map =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        "1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end";
    const auto stream = [](const std::string& content) {
        return "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content +
               "\nendstream";
    };
    const std::string objects[] = {
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 800] /Contents 4 0 R "
        "/Resources << /Font << /F 5 0 R >> >> >>",
        stream(shown),
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
        "/DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 8 0 R "
        ">>",
        stream(map),
        "<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 "
        "/Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 >>"};
    std::string pdf = "%PDF-1.7\n";
    int number = 0;
    for (const std::string& object : objects)
        pdf += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
    return pdf + "trailer << /Root 1 0 R /Size 9 >>\n%%EOF\n";
}

TEST(Repair, JoinsTheBrokenWordsOfAPdf) {
    const RawDocument document = read_as(
        "a.pdf", pdf_of({"ĐIỀ U KHO ẢN CHUNG", "Kế hoạch áp dụng t ừ ngày 20 tháng 6 năm 2024."}));
    EXPECT_NE(document.text.find("ĐIỀU KHOẢN CHUNG"), std::string::npos) << document.text;
    EXPECT_NE(document.text.find("áp dụng từ ngày 20"), std::string::npos) << document.text;
}

TEST(Repair, JoinsNothingInOtherFormats) {
    EXPECT_EQ(read_as("a.txt", "Áp dụng t ừ ngày").text, "Áp dụng t ừ ngày");
}

}  // namespace
}  // namespace commsearch::source
