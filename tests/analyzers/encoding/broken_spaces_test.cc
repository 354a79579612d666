#include "analyzers/encoding/broken_spaces.h"

#include <gtest/gtest.h>

#include <iostream>
#include <random>
#include <tuple>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers_dictionaries.h"
#include "tests/support/corpus_texts.h"

namespace commsearch::encoding {
namespace {

TEST(BrokenSpaces, JoinsWhatIsUnique) {
    const std::vector<std::tuple<std::string, std::string, std::size_t>> cases = {
        {"ĐIỀ U KHO ẢN THI HÀNH", "ĐIỀU KHOẢN THI HÀNH", 2},
        {"t ừ ngày 01/7/2025", "từ ngày 01/7/2025", 1},
        {"Th ứ tư", "Thứ tư", 1},
        {"c ủ a nhân d ân.", "của nhân dân.", 2},
        {"th á ng m ười, n ăm 2024;", "tháng mười, năm 2024;", 3},
        {"ph át tri ển kinh t ế", "phát triển kinh tế", 3},
        {"hộ i ng hị", "hội nghị", 2},
        {"ngh i ệ p", "nghiệp", 1},
        {"(q uyết định)", "(quyết định)", 1},
    };
    for (const auto& [broken, whole, joined] : cases) {
        const JoinedText result = join_broken_words(broken);
        EXPECT_EQ(result.text, whole);
        EXPECT_EQ(result.joined, joined) << broken;
        EXPECT_EQ(result.doubts, 0U) << broken;
    }
}

TEST(BrokenSpaces, LeavesWhatIsNoBreak) {
    for (const auto* const text :
         {"trạm y tế xã", "dài 5 m ở thôn 3", "a) Ăn uống; b) ở trọ", "bị u ác", "UBND ở xã",
          "HĐND ủy ban", "vùng Ea Tóh, Ia Grai", "5 đ ăn", "v.v ở", "Vitamin C ăn", "I. ĂN UỐNG",
          "16-NQ/TU ở", "xã t\nừ ngày", ""}) {
        EXPECT_EQ(join_broken_words(text).text, text);
    }
}

TEST(BrokenSpaces, DoubtsAreCounted) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"nga n ay", "nga n ay"},  // "ngan ay", "nga nay"
        {"đoàn zôn kết", "đoàn zôn kết"},
        {"ng kết", "ng kết"},
    };
    for (const auto& [text, wanted] : cases) {
        const JoinedText result = join_broken_words(text);
        EXPECT_EQ(result.text, wanted);
        EXPECT_EQ(result.joined, 0U) << text;
        EXPECT_EQ(result.doubts, 1U) << text;
    }
}

TEST(BrokenSpaces, WordsWithoutOnsetAreSyllables) {
    for (const TsvRow& row : tsv_rows(embedded::vowel_words_tsv())) {
        syllable::Syllable syllable;
        ASSERT_TRUE(syllable::parse_syllable(row.fields[0], syllable)) << row.fields[0];
        EXPECT_EQ(syllable.onset, "") << row.fields[0];
        EXPECT_EQ(syllable::canonical_word(row.fields[0]), row.fields[0]);
    }
}

TEST(BrokenSpaces, HealthyCorpusStays) {
    std::size_t doubts = 0;
    for (const CorpusText& report : corpus_texts(COMMSEARCH_SOURCE_DIR "/corpus")) {
        for (const std::string& line : lines_of({report})) {
            const JoinedText result = join_broken_words(line);
            EXPECT_EQ(result.text, line) << report.path;
            if (result.doubts > 0) std::cout << "    in doubt: " << line.substr(0, 120) << '\n';
            doubts += result.doubts;
        }
    }
    std::cout << "  healthy corpus: nothing joined, " << doubts << " doubts\n";
}

/// `line` with a blank inside every `rate`-th word, as PDF extractors leave it.
std::string broken(std::string_view line, std::mt19937& random, std::size_t rate,
                   std::size_t& breaks) {
    std::string out;
    bool before_is_letter = false;
    bool may_break = false;
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint point = decode_at(line, at);
        const bool letter = is_letter(point.value);
        if (letter && !before_is_letter) may_break = random() % rate == 0;
        if (letter && before_is_letter && may_break && random() % 2 == 0) {
            out += ' ';
            may_break = false;
            ++breaks;
        }
        out += line.substr(at, point.size);
        before_is_letter = letter;
        at += point.size;
    }
    return out;
}

std::size_t blanks(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

TEST(BrokenSpaces, RandomBreaksOfTheCorpus) {
    std::mt19937 random(7);
    std::size_t breaks = 0;
    std::size_t left = 0;
    std::size_t wrong_lines = 0;
    std::size_t right_lines = 0;
    for (const std::string& line : lines_of(corpus_texts(COMMSEARCH_SOURCE_DIR "/corpus"))) {
        std::size_t here = 0;
        const std::string damaged = broken(line, random, 8, here);
        if (here == 0) continue;
        const std::string text = join_broken_words(damaged).text;
        breaks += here;
        const std::size_t gained = blanks(damaged) - blanks(text);
        if (text == line) ++right_lines;
        left += here - std::min(here, gained);
        if (gained > here) ++wrong_lines;
    }
    std::cout << "  " << breaks << " breaks: " << breaks - left << " joined, " << left
              << " left; lines right: " << right_lines << ", with too many joins: " << wrong_lines
              << '\n';
    EXPECT_LT(left * 2, breaks);
}

}  // namespace
}  // namespace commsearch::encoding
