#include "indexer/report/sections/passages.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/report/parser/report_parser.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

/// `count` words, a sentence end behind every `sentence`-th.
std::string words(std::size_t count, std::size_t sentence = 0) {
    std::string text;
    for (std::size_t i = 1; i <= count; ++i) {
        text += "từ";
        if (sentence > 0 && i % sentence == 0) text += '.';
        if (i < count) text += ' ';
    }
    return text;
}

std::vector<std::size_t> sizes(const std::vector<Passage>& passages) {
    std::vector<std::size_t> found;
    found.reserve(passages.size());
    for (const Passage& passage : passages) found.push_back(word_count(passage.text));
    return found;
}

TEST(PassageCutterTest, ASentenceBrokenByTheMarginStaysWhole) {
    PassageCutter cutter;
    const std::string line = words(12);
    const std::string last = words(12, 12);
    for (std::uint32_t at = 1; at <= 14; ++at) cutter.add(at % 7 == 0 ? last : line, at);
    EXPECT_EQ(sizes(cutter.finish()), (std::vector<std::size_t>{84, 84}));
}

TEST(PassageCutterTest, SizesOfPassages) {
    struct Row {
        std::vector<std::string> paragraphs;
        std::vector<std::size_t> sizes;
    };
    const std::vector<Row> rows = {
        {{}, {}},
        {{words(5)}, {5}},
        // Ends at a line end once it is long enough; a short rest joins the passage before it.
        {{words(30), words(30), words(30)}, {90}},
        {{words(70, 70), words(70, 70), words(20, 20)}, {70, 90}},
        {{words(170), words(20)}, {170, 20}},
        // A long paragraph is cut at sentence ends into parts of like size.
        {{words(300, 10)}, {150, 150}},
        {{words(200, 7)}, {105, 95}},
        // No sentence end: behind so many words.
        {{words(400)}, {180, 180, 40}},
        // What is too short takes the sentences of the next that fit.
        {{words(20), words(175, 25)}, {95, 100}},
        {{words(20), words(175)}, {20, 175}},
    };
    for (const Row& row : rows) {
        PassageCutter cutter;
        std::uint32_t line = 0;
        for (const std::string& paragraph : row.paragraphs) cutter.add(paragraph, ++line);
        EXPECT_EQ(sizes(cutter.finish()), row.sizes);
    }
}

TEST(PassageCutterTest, LinesAndJoints) {
    const std::string first = words(10);
    const std::string second = words(20);
    PassageCutter cutter;
    cutter.add(first, 3);
    cutter.add(second, 7);
    const std::vector<Passage> passages = cutter.finish();
    ASSERT_EQ(passages.size(), 1U);
    EXPECT_EQ(passages[0], (Passage{first + '\n' + second, 3, 7}));
    EXPECT_TRUE(cutter.finish().empty());
}

TEST(PassageCutterTest, ABegunPassageIsKeptApart) {
    const std::string text = words(10);
    PassageCutter cutter;
    cutter.add(text, 1);
    cutter.begin_passage();
    cutter.add(text, 2);
    EXPECT_EQ(sizes(cutter.finish()), (std::vector<std::size_t>{10, 10}));
}

TEST(PassageCutterTest, OneEndlessWordIsOnePassage) {
    const std::string word(1'000'000, 'a');
    PassageCutter cutter;
    cutter.add(word, 1);
    EXPECT_EQ(sizes(cutter.finish()), std::vector<std::size_t>{1});
}

}  // namespace
}  // namespace commsearch::report
