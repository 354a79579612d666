#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "indexer/report/text_scan.h"
#include "indexer/source/extract/text.h"

namespace commsearch::report {
namespace {

/// Blanks and controls of every kind, letters in several normal forms, bytes that are no text.
std::string odd_text(std::mt19937& random) {
    const std::vector<std::string> pieces = {
        "a",      "B",      "Ủ",      "u\u0309", "7",        " ",      "\t",       "\n",
        "\r",     "\r\n",   "\f",     "\x01",    "\x7F",     "\u0085", "\u00A0",   "\u2028",
        "\u200B", "\uFEFF", "\u3000", "\x80",    "\xE1\xBB", "\xC2",   "\xF0\x9F", "–"};
    std::string text;
    const std::size_t size = random() % 10;
    for (std::size_t i = 0; i < size; ++i) text += pieces[random() % pieces.size()];
    return text;
}

template <typename Visit>
void each_code_point(std::string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        visit(at, point);
        at += point.size;
    }
}

TEST(TextLaws, BlankEndsAreWhatAWalkOverAllFinds) {
    std::mt19937 random(11);
    for (int i = 0; i < 50'000; ++i) {
        const std::string text = odd_text(random);
        std::size_t begin = text.size();
        std::size_t end = 0;
        each_code_point(text, [&](std::size_t at, CodePoint point) {
            if (is_space(point.value) || source::is_control(point.value)) return;
            begin = std::min(begin, at);
            end = at + point.size;
        });
        const std::string inner = begin < end ? text.substr(begin, end - begin) : "";
        ASSERT_EQ(source::without_blank_ends(text), inner);
    }
}

TEST(TextLaws, CleanTextChangesEachCodePointByItself) {
    std::mt19937 random(12);
    for (int i = 0; i < 50'000; ++i) {
        const std::string text = odd_text(random);
        std::string expected;
        each_code_point(text, [&](std::size_t at, CodePoint point) {
            const bool second = point.value == '\n' && at > 0 && text[at - 1] == '\r';
            const bool line_end = (point.value >= '\n' && point.value <= '\r') ||
                                  point.value == 0x85 || point.value == 0x2028;
            if (second) return;
            if (line_end) {
                expected += '\n';
            } else {
                append_utf8(expected, source::is_control(point.value) && point.value != '\t'
                                          ? ' '
                                          : point.value);
            }
        });
        ASSERT_EQ(source::clean_text(text), nfc(expected));
    }
}

TEST(TextLaws, CapitalsAndWordsAreCounted) {
    std::mt19937 random(13);
    const std::vector<std::string> pieces = {"A", "Ủ", "Đ", "B", "C", " ", "b", "5", "u\u0309"};
    for (int i = 0; i < 50'000; ++i) {
        std::string text;
        const std::size_t size = random() % 40;
        for (std::size_t at = 0; at < size; ++at)
            text += pieces[random() % (random() % 8 == 0 ? pieces.size() : 6)];
        std::size_t capitals = 0;
        std::size_t small = 0;
        std::size_t words = 0;
        bool in_word = false;
        each_code_point(text, [&](std::size_t, CodePoint point) {
            if (is_letter(point.value)) ++(is_upper(point.value) ? capitals : small);
            if (!is_space(point.value) && !in_word) ++words;
            in_word = !is_space(point.value);
        });
        ASSERT_EQ(word_count(text), words);
        ASSERT_EQ(is_capitals(text), capitals >= 6 && small * 10 <= capitals && words >= 2) << text;
    }
}

TEST(TextLaws, TokensAreTheLine) {
    std::mt19937 random(14);
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = odd_text(random);
        std::size_t end = 0;
        for (const LineToken& token : tokens_of(text)) {
            ASSERT_EQ(token.text, std::string_view(text).substr(token.at, token.text.size()));
            ASSERT_TRUE(without_blanks(std::string_view(text).substr(end, token.at - end)).empty());
            ASSERT_EQ(token.key, unaccented(token.text));
            end = token.at + token.text.size();
        }
        ASSERT_TRUE(without_blanks(std::string_view(text).substr(end)).empty());
    }
}

}  // namespace
}  // namespace commsearch::report
