#include "analyzers/base/utf8.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace commsearch {
namespace {

TEST(Utf8, KnowsItsFirstBadByte) {
    const std::vector<std::pair<std::string, std::size_t>> cases = {
        {"", 0},
        {"đảng ủy", 12},
        {"xã\xFF", 3},
        {"\xC3", 0},
        {"a\xE1\xBB", 1},
        {"a\xC0\xAF", 1},      // overlong
        {"a\xED\xA0\x80", 1},  // a surrogate
        {"a\xEF\xBF\xBD", 4},  // U+FFFD itself is no damage
    };
    for (const auto& [text, first] : cases) {
        EXPECT_EQ(first_bad_byte(text), first) << text;
        EXPECT_EQ(is_valid_utf8(text), first == text.size()) << text;
    }
}

TEST(Utf8, CodePointsAreThoseOfTheText) {
    EXPECT_EQ(code_points("ủy\xFF"), (std::u32string{U'ủ', U'y', replacement_character}));
    EXPECT_EQ(code_points(""), std::u32string{});
}

TEST(Utf8, SkipsCountsAndTrimsByCodePoint) {
    const auto is_wide = [](char32_t value) { return value >= 0x80; };
    EXPECT_EQ(skip_code_points("éèa é", 0, is_wide), 4U);
    EXPECT_EQ(skip_code_points("aé", 0, is_wide), 0U);
    EXPECT_EQ(skip_code_points("é", 2, is_wide), 2U);
    EXPECT_EQ(count_code_points("éèa é", is_wide), 3U);
    EXPECT_EQ(trimmed_where("éèa éb\u00A0", is_wide), "a éb");
    EXPECT_EQ(trimmed_where("éè", is_wide), "");
    EXPECT_EQ(trimmed_where("a\xA0", is_wide), "a\xA0")
        << "a stray byte belongs to the letter before it";
}

TEST(Utf8, TruncatesBetweenCodePoints) {
    EXPECT_EQ(truncate_utf8("xã", 2), "x");
    EXPECT_EQ(truncate_utf8("xã", 3), "xã");
}

}  // namespace
}  // namespace commsearch
