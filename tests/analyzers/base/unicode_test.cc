#include "analyzers/base/unicode.h"

#include <gtest/gtest.h>

#include "analyzers/base/message.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"

namespace commsearch {
namespace {

using namespace std::string_literals;

TEST(Unicode, DecodesAndMarksIllFormedBytes) {
    struct Case {
        std::string bytes;
        char32_t value;
        std::size_t size;
    };
    const std::vector<Case> cases = {{"a", U'a', 1},
                                     {"đ", U'đ', 2},
                                     {"ủ", U'ủ', 3},
                                     {"\U0001F600", 0x1F600, 4},
                                     {"\x80", 0xFFFD, 1},
                                     {"\xC0\xAF", 0xFFFD, 1},
                                     {"\xE1\xBB", 0xFFFD, 1},
                                     {"\xED\xA0\x80", 0xFFFD, 1},
                                     {"\xF5\x80\x80\x80", 0xFFFD, 1},
                                     {"\xF0\x80\x80\x80", 0xFFFD, 1},
                                     {"\0"s, 0, 1}};
    for (const Case& c : cases) {
        const CodePoint point = decode_at(c.bytes, 0);
        EXPECT_EQ(point.value, c.value);
        EXPECT_EQ(point.size, c.size);
    }
}

TEST(Unicode, FoldsCaseAndMarks) {
    EXPECT_EQ(lower("ĐẢNG ỦY"), "đảng ủy");
    EXPECT_EQ(lower("\u00D0\u0189"), "đđ");  // look-alikes of Đ
    EXPECT_EQ(unaccented("Đường Đặng Thùy Trâm"), "duong dang thuy tram");
    EXPECT_EQ(unaccented("u\u0309y"), "uy");
    EXPECT_EQ(unaccented("\u00D0\u1EA2NG"), "dang");
}

/// The 134 letters with marks, each in both cases and every way of composing, are one letter
/// inside.
TEST(Unicode, EveryVietnameseLetterInEveryForm) {
    const std::vector<std::string> tones = {"", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"};
    const std::vector<std::pair<std::string, std::string>> vowels = {
        {"a", "a"}, {"ă", "a\u0306"}, {"â", "a\u0302"}, {"e", "e"}, {"ê", "e\u0302"}, {"i", "i"},
        {"o", "o"}, {"ô", "o\u0302"}, {"ơ", "o\u031B"}, {"u", "u"}, {"ư", "u\u031B"}, {"y", "y"}};
    for (const auto& [letter, decomposed] : vowels) {
        for (const std::string& tone : tones) {
            const std::string composed = nfc(decomposed + tone);
            EXPECT_EQ(nfc(letter + tone), composed);
            EXPECT_EQ(composed.find("\u0300"), std::string::npos);
            EXPECT_EQ(unaccented(composed), decomposed.substr(0, 1));
            EXPECT_EQ(unaccented(decomposed + tone), decomposed.substr(0, 1));
            EXPECT_EQ(lower(composed), composed);
        }
    }
}

TEST(Unicode, CutsAtLetters) {
    EXPECT_EQ(truncate_utf8("ủy", 2), "");
    EXPECT_EQ(truncate_utf8("ủy", 3), "ủ");
    EXPECT_EQ(truncate_utf8("abc", 9), "abc");
}

TEST(Unicode, CountsTerminalColumns) {
    EXPECT_EQ(display_width("Đảng ủy"), 7U);
    EXPECT_EQ(display_width("u\u0309y"), 2U);
    EXPECT_EQ(display_width("漢"), 2U);
}

TEST(Tsv, ReadsRowsWithTheirLines) {
    const auto rows = tsv_rows("a\tb\tc\n# remark\n\n1\t\t3\r\n4\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].line, 4U);
    EXPECT_EQ(rows[0].fields, (std::vector<std::string_view>{"1", "", "3"}));
    EXPECT_EQ(rows[1].fields, (std::vector<std::string_view>{"4", "", ""}));
}

TEST(Message, LanguageOfLocale) {
    for (const auto* const name : {"", "C", "vi_VN.UTF-8", "C.UTF-8", "POSIX", "fr_FR"}) {
        EXPECT_EQ(language_of_locale(name), Language::vietnamese) << name;
    }
    for (const auto* const name : {"en", "en_US.UTF-8", "en_GB", "en@latin"}) {
        EXPECT_EQ(language_of_locale(name), Language::english) << name;
    }
}

TEST(UnicodeLaws, TheTableSaysWhatIcuSays) {
    for (char32_t value = 0; value < LetterTable::size; ++value) {
        EXPECT_EQ(properties_of(value), rare_properties(value)) << static_cast<unsigned>(value);
        std::string letter;
        append_utf8(letter, value);
        const bool looks_like_d = lower_code_point(value) == U'đ';
        EXPECT_TRUE(looks_like_d || lower_code_point(value) == rare_lower(value));
        EXPECT_EQ(is_digit(value), (properties_of(value) & LetterTable::digit) != 0);
    }
}

TEST(UnicodeLaws, EveryCodePointIsReadBack) {
    std::string all;
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (value >= 0xD800 && value <= 0xDFFF) continue;
        std::string bytes;
        append_utf8(bytes, value);
        const CodePoint point = decode_at(bytes, 0);
        ASSERT_EQ(point.value, value);
        ASSERT_EQ(point.size, bytes.size());
        const Letter letter = letter_at(letter_table(), bytes, 0);
        ASSERT_EQ(letter.value, value);
        ASSERT_EQ(letter.size, bytes.size());
        // What is cut off is no longer that code point.
        for (std::size_t size = 1; size < bytes.size(); ++size)
            ASSERT_EQ(decode_at(bytes.substr(0, size), 0).value, replacement_character);
    }
}

}  // namespace
}  // namespace commsearch
