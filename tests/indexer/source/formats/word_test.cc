// Files of Word 97-2003, read by their table of pieces.

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "tests/support/program.h"
#include "tests/support/word_writer.h"

namespace commsearch::source {
namespace {

using namespace std::string_literals;

// Changes: a code and its operand.
const std::string in_table = "\x16\x24\1"s;
const std::string row_end = in_table + "\x17\x24\1"s;
const std::string deleted = "\x00\x08\1"s;
const std::string hidden = "\x3C\x08\1"s;

std::string text_of(const WordSample& sample) { return read_word(word_file(sample)).text; }

std::string text_of(const std::u16string& text) {
    return text_of(WordSample{.pieces = {{.text = text}}});
}

TEST(Word, TextIsThatOfThePieces) {
    const WordSample sample{
        .pieces = {{.text = u"Quá thời hạn ", .is_narrow = false, .gap = "h\rqh xử lý\r"},
                   {.text = u"x\u00E3 \x93H\u00F2a\x94", .is_narrow = true, .gap = "#"},
                   {.text = u" sẽ xử lý.\r"}}};
    EXPECT_EQ(text_of(sample), "Quá thời hạn xã “Hòa” sẽ xử lý.\n");
}

TEST(Word, GapOfARealFileIsNoText) {
    const std::string bytes = read_bytes(std::string(COMMSEARCH_SOURCE_DIR) +
                                         "/tests/indexer/formats/gap-between-pieces.doc");
    const std::string text = read_word(bytes).text;
    EXPECT_NE(text.find("\n2. Y tế\nYêu cầu các thôn diệt bọ gậy, hoàn thành chậm nhất ngày "
                        "31/12/2023; quá thời hạn sẽ xử lý theo quy định.\n3. Giáo dục\n"
                        "Duy trì 3 trường đạt chuẩn quốc gia.\n"),
              std::string::npos)
        << text;
}

TEST(Word, KeepsWhatAReaderSees) {
    const std::vector<std::pair<std::u16string, std::string>> cases = {
        {u"Một\rHai\vBa\fBốn\r", "Một\nHai\nBa\nBốn\n"},
        {u"kinh tế\u001Exã hội, nông\u001Fthôn\u0002\u0001\u0005\r", "kinh tế-xã hội, nôngthôn\n"},
        {u"\u0013 HYPERLINK \\l \"a\" \u0014Mục\u0015 I\r", "Mục I\n"},
        {u"\u0013 IF \u0013 PAGE \u00141\u0015 = 1 \u0014trang \u0013 PAGE \u00142\u0015\u0015\r",
         "trang 2\n"},
        {u"\u0013 TOC \\o \"1-3\" \u0014I. KINH TẾ\t\u0013 PAGEREF _Toc1 \u00143\u0015\r"
         u"II. XÃ HỘI\t5\r\u0015\rI. KINH TẾ\r",
         "I. KINH TẾ\n"},
        {u"\u0013 PAGE \u00143\u0015 và \u0013 TOC không hết\r", "3 và  TOC không hết\n"},
        {u"mũi tên \uF0E0 hết\r", "mũi tên   hết\n"}};
    for (const auto& [text, expected] : cases) EXPECT_EQ(text_of(text), expected);
}

TEST(Word, LeavesOutDeletedAndHiddenText) {
    EXPECT_EQ(text_of({.pieces = {{.text = u"giao cấm thôn Đông\r"}},
                       .characters = {{5, 9, deleted}, {14, 18, hidden}}}),
              "giao thôn\n");
}

TEST(Word, RowsAreLines) {
    const std::string inner = in_table + "\x49\x66\2\0\0\0"s;
    const std::u16string text = u"Chỉ tiêu\aĐạt\a\aLúa\a\a\aSau bảng\r";
    EXPECT_EQ(text_of({.pieces = {{.text = text}},
                       .paragraphs = {{0, 13, in_table},
                                      {13, 14, row_end},
                                      {14, 19, in_table},
                                      {19, 20, row_end},
                                      {20, 29, ""}}}),
              "Chỉ tiêu\tĐạt\nLúa\nSau bảng\n");
    EXPECT_EQ(text_of({.pieces = {{.text = u"ngoài\ra\rb\r\rx\a\asau\r"}},
                       .paragraphs = {{0, 6, in_table},
                                      {6, 10, inner + "\x4B\x24\1"s},
                                      {10, 11, inner + "\x4B\x24\1\x4C\x24\1"s},
                                      {11, 13, in_table},
                                      {13, 14, row_end},
                                      {14, 18, ""}}}),
              "ngoài\na\tb\nx\nsau\n");
}

TEST(Word, NotesAndBoxesAreKeptHeadersAndCommentsAreNot) {
    // Body, footnotes, headers, comments, endnotes, text boxes.
    const WordSample sample{
        .pieces = {{.text = u"Thân \bbài\r"
                            u"\u0002 chú thích\r"
                            u"đầu trang\r"
                            u"góp ý\r"
                            u"\u0002 cuối\r"
                            u"DỰ THẢO\r\r"}},
        .stories = {10, 12, 10, 0, 6, 7, 9},
        .tables = {{40, little_endian(5, 4) + little_endian(10, 4) + little_endian(1026, 4) +
                            std::string(22, '\0')},
                   {56, little_endian(0, 4) + little_endian(8, 4) + std::string(14, '\0') +
                            little_endian(1026, 4) + std::string(4, '\0')}}};
    EXPECT_EQ(text_of(sample), "DỰ THẢO\nThân bài\nchú thích\ncuối\n");
}

TEST(Word, CellsCoverTheColumnsBetweenTheirEdges) {
    const auto row = [](const std::vector<std::uint16_t>& edges) {
        std::string definition(1, static_cast<char>(edges.size() - 1));
        for (const std::uint16_t edge : edges) definition += little_endian(edge, 2);
        return row_end + "\x08\xD6"s + little_endian(definition.size() + 1, 2) + definition;
    };
    EXPECT_EQ(text_of({.pieces = {{.text = u"TT\aSố\a\a1\a2\a3\a\aCộng\a5\a\a"}},
                       .paragraphs = {{0, 6, in_table},
                                      {6, 7, row({0xFF9C, 500, 2000})},
                                      {7, 13, in_table},
                                      {13, 14, row({0xFF9C, 505, 1000, 2000})},
                                      {14, 21, in_table},
                                      {21, 22, row({0xFF9C, 1000, 2000})}}}),
              "TT\tSố\n1\t2\t3\nCộng\t\t5\n");
}

/// A table of fonts of one name.
std::string fonts(const std::u16string& name) {
    std::string font(39, '\0');
    for (const char16_t letter : name + u'\0') font += little_endian(letter, 2);
    return little_endian(1, 2) + little_endian(0, 2) + static_cast<char>(font.size()) + font;
}

TEST(Word, FontsTellTheEncodingOfTheirText) {
    const WordSample sample{.pieces = {{.text = u"x\u00B7 T\u00A9n L\u00CBp\r", .is_narrow = true}},
                            .characters = {{0, 11, "\x4F\x4A\0\0"s}},
                            .tables = {{15, fonts(u".VnTime")}}};
    EXPECT_EQ(text_of(sample), "xã Tân Lập\n");
}

/// A level of a list: how it counts, and its text (characters below 9: the number of that level).
std::string level(char style, const std::u16string& text) {
    std::string bytes = little_endian(1, 4) + style + std::string(23, '\0');
    bytes += little_endian(text.size(), 2);
    for (const char16_t letter : text) bytes += little_endian(letter, 2);
    return bytes;
}

TEST(Word, WritesAutomaticNumbersOut) {
    std::string levels = level(1, u"\0."s) + level(0, u"\1."s) + level(0, u"\1.\2."s) +
                         level(4, u"\3)"s) + level(23, u"\uF0B7"s);
    for (int i = 5; i < 9; ++i) levels += level(0, u"");
    const auto item = [](char list, char at) {
        return "\x0B\x46"s + list + '\0' + "\x0A\x26"s + at;
    };
    const WordSample sample{
        .pieces = {{.text = u"A\rB\rC\rD\rE\rF\rG\rH\r"}},
        .paragraphs = {{0, 2, item(1, 0)},
                       {2, 4, item(1, 1)},
                       {4, 6, item(1, 2)},
                       {6, 8, item(1, 3)},
                       {8, 10, item(1, 4)},
                       {10, 12, item(1, 1)},
                       {12, 14, item(0, 0)},
                       {14, 16, item(2, 0)}},
        .tables = {{73, little_endian(1, 2) + little_endian(77, 4) + std::string(24, '\0')},
                   {74, little_endian(2, 4) + little_endian(77, 4) + std::string(12, '\0') +
                            little_endian(77, 4) + std::string(8, '\0') + '\1' +
                            std::string(3, '\0') + std::string(4, '\xFF') + std::string(4, '\xFF') +
                            little_endian(5, 4) + little_endian(0x10, 4)}},
        .behind_lists = levels};
    EXPECT_EQ(text_of(sample), "I. A\n1. B\n1.1. C\na) D\n- E\n2. F\nG\nV. H\n");
}

TEST(Word, OlderOnesAreForOtherPrograms) {
    WordSample sample{.pieces = {{.text = u"Báo cáo\r"}}};
    sample.version = 101;
    EXPECT_EQ(text_of(sample), "");
}

TEST(Word, WithoutTextSaysSo) { EXPECT_THROW(static_cast<void>(text_of(u"\1\r\r")), Error); }

TEST(Word, CutOnesGiveWhatIsThereOrTheReason) {
    const std::string bytes = word_file({.pieces = {{.text = u"Báo cáo\r"}}});
    for (std::size_t size = 0; size < bytes.size(); size += 512) {
        try {
            static_cast<void>(read_word(bytes.substr(0, size)));
        } catch (const Error& error) {
            EXPECT_FALSE(error.message().vi.empty());
        }
    }
}

}  // namespace
}  // namespace commsearch::source
