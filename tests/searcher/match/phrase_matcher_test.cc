#include "searcher/match/phrase_matcher.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/searcher/match/random_index.h"

namespace commsearch::match {
namespace {

const index::IndexReader& opened() {
    static const index::IndexReader index(random_index().index().folder());
    return index;
}

plan::Sequence words(const std::string& word, std::size_t times) {
    plan::Sequence sequence;
    for (std::size_t i = 0; i < times; ++i) sequence.words.emplace_back().text = word;
    return sequence;
}

TEST(PhraseMatcher, FindsWhatLookingAtEveryWordFinds) {
    std::mt19937 random(23);
    std::size_t found = 0;
    for (int round = 0; round < 400; ++round) {
        const plan::Nearness near = random_nearness(random);
        PhraseMatcher matcher(opened(), near);
        for (const WrittenPassage& passage : random_index().passages()) {
            const bool stands = stand_near(passage.tokens, near);
            EXPECT_EQ(matcher.stands_in(passage.document), stands)
                << "round " << round << ", document " << passage.document;
            found += stands ? 1 : 0;
        }
    }
    EXPECT_GT(found, 1000U);
}

// A word of a bit mask has 64 bits; longer phrases are looked for in another way.
TEST(PhraseMatcher, PhrasesOfAnyLength) {
    std::string text = "Hộ";
    for (int i = 0; i < 70; ++i) text += " bò";
    const SmallIndex index({json_line({{"id", "long"}, {"text", text}}) +
                            json_line({{"id", "other"}, {"text", "Hộ nuôi bò. Bò tốt."}})});
    const index::IndexReader open(index.folder());
    for (const std::size_t times : {1U, 2U, 63U, 64U, 65U, 70U, 71U}) {
        PhraseMatcher matcher(open, {{words("bò", times)}, 0});
        EXPECT_EQ(matcher.stands_in(2), times <= 70) << times;
        EXPECT_EQ(matcher.stands_in(4), times <= 1) << times << ": a sentence ends between";
    }
}

TEST(PhraseMatcher, WordsThatTheIndexLacksStandNowhere) {
    PhraseMatcher matcher(opened(), {{words("qqq", 1)}, 5});
    for (std::uint32_t document = 1; document <= opened().columns().documents(); ++document)
        EXPECT_FALSE(matcher.stands_in(document));
}

}  // namespace
}  // namespace commsearch::match
