#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "tests/indexer/source/bad_input.h"
#include "tests/indexer/source/legacy_texts.h"

namespace commsearch::source {
namespace {

TEST(SourceText, TurnsBytesIntoCleanLines) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"Báo cáo\n", "Báo cáo\n"},
        {"\xEF\xBB\xBF\xEF\xBB\xBF"
         "Báo",
         "Báo"},
        {"a\r\nb\rc\n\r\nd", "a\nb\nc\n\nd"},
        {"a\fb\vc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf"},
        {"a\x01"
         "b\x7F"
         "c\td\u0090e",
         "a b c\td e"},
        {"U\u0309y ban nh\u00E2n d\u00E2n x\u00E3", "Ủy ban nhân dân xã"},
        {"th\u00EA\u0301", "thế"},
        {"thu\u00A024,6 tỷ", "thu\u00A024,6 tỷ"},
        {"a\uFFFE\U0001FFFF\uFFFD", "a\uFFFE\U0001FFFF\uFFFD"},
    };
    for (const auto& [input, expected] : cases) {
        const std::string text = read_text(input).text;
        EXPECT_EQ(text, expected);
        EXPECT_EQ(read_text(text).text, text);
    }
}

TEST(SourceText, KnowsThePagesThatFormFeedsEnd) {
    EXPECT_EQ(read_text("a\nb\fc\r\n\fd\f").page_starts, (std::vector<std::uint32_t>{1, 3, 5}));
    EXPECT_TRUE(read_text("a\nb\f").page_starts.empty());
}

TEST(SourceText, SaysWhyBytesAreNoText) {
    const std::vector<BadInput> cases = {
        {"", "empty"},
        {" \r\n\t\u00A0\uFEFF\n", "empty"},
        {"\xEF\xBB\xBF", "empty"},
        {std::string("Báo\0cáo", 9), "NUL byte at offset 4"},
        {std::string("\0\0", 2), "empty"},
        {repeated("\x01\x02 chữ", 40), "80 control characters"},
        {"\xFE\xFF", "empty"},
        {std::string("\xFF\xFE\0\0", 4), "NUL byte at offset 0"},
        {"mot\nhai \xB5\xB8", "first bad byte at offset 8 (line 2)"},
        {"c\xE1\xBB.", "first bad byte at offset 1 (line 1); no known encoding fits (TCVN3"},
        {"c\xBB\xBB", "first bad byte at offset 1"},
        {"\xC0\x80", "offset 0"},
        {"\xED\xA0\x80", "offset 0"},
        {std::string(max_document_bytes + 1, 'a'), "above the limit of 32 MiB"},
    };
    for (const auto& [input, part] : cases) {
        expect_part(error_of([&] { (void)read_text(input); }), part);
    }
}

TEST(SourceText, ABrokenEndIsRepaired) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"Báo cáo\nđư\xE1\xBB", "Báo cáo\nđư\uFFFD"},
        {"Báo cáo\nđ\xC6", "Báo cáo\nđ\uFFFD"},
        {"a\xF0\x9F\x98", "a\uFFFD"},
        {"Báo cáo\nđư\xE1\xBB\r\n", "Báo cáo\nđư\uFFFD"},
        {std::string("Báo cáo\0", 10), "Báo cáo"},
        {std::string("Báo cáo\n\0\0\0", 13), "Báo cáo\n"},
        {std::string("Báo cáo\0\0\n", 12), "Báo cáo"},
        {std::string("Báo c\xC3\0\0", 9), "Báo c\uFFFD"},
        {std::string(tcvn3_bytes) + std::string(3, '\0'), std::string(tcvn3_text)},
    };
    for (const auto& [input, expected] : cases) {
        const RawDocument document = read_text(input);
        EXPECT_EQ(document.text, expected);
        ASSERT_FALSE(document.repaired.empty()) << input;
        EXPECT_EQ(document.encoding.repaired_runs, document.repaired.size());
        const auto lines = std::count(document.text.begin(), document.text.end(), '\n');
        EXPECT_EQ(document.repaired.back().line, static_cast<std::size_t>(lines) + 1);
    }
}

TEST(SourceText, LegacyEncodingsAreReadAndRecorded) {
    for (const std::string_view bytes : {tcvn3_bytes, tcvn3_as_cp1252}) {
        const RawDocument document = read_text(bytes);
        EXPECT_EQ(document.text, tcvn3_text);
        EXPECT_EQ(document.encoding.encoding, encoding::Encoding::tcvn3);
        EXPECT_EQ(document.encoding.confidence, 1);
        ASSERT_EQ(document.repaired.size(), 1U);
        EXPECT_TRUE(tcvn3_as_cp1252.starts_with(document.repaired[0].original));
    }
    EXPECT_EQ(read_text("chữ").encoding, encoding::SourceEncoding{});
}

}  // namespace
}  // namespace commsearch::source
