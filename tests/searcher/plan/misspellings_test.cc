#include "searcher/plan/misspellings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "searcher/index/index_reader.h"
#include "searcher/match/condition_evaluator.h"
#include "tests/support/small_index.h"

namespace commsearch::plan {
namespace {

/// "bổ sung", "sắp xếp" and "vệ sinh" a dozen times each; misspelt once or twice.
const SmallIndex& index() {
    static const SmallIndex all({[] {
        std::string lines;
        const auto add = [&](const std::string& text, int times) {
            append_repeated(lines, text, times);
        };
        add("Xã bổ sung kinh phí, sắp xếp bộ máy.", 12);
        add("Giữ gìn vệ sinh chung ở thôn.", 12);
        add("Xã bổ xung hai đồng chí.", 1);
        add("Đã xắp xếp lại kho.", 2);
        add("Nghỉ lễ; nghĩ kỹ trước khi làm.", 6);
        return lines;
    }()});
    return all;
}

const index::IndexReader& opened() {
    static const index::IndexReader open(index().folder());
    return open;
}

std::vector<Misspelling> found(const std::string& query) {
    Analyzer analyzer(opened().snapshot().abbreviations());
    return misspellings(opened().words(), analyzer.analyze(query, abbreviation::Reading::query));
}

/// "bo xung", what is written in place of the words, each once.
std::vector<std::string> written(const std::string& query) {
    std::vector<std::string> all;
    for (const Misspelling& one : found(query)) {
        std::string words;
        for (const Sequence::Word& word : one.written.words)
            words += (words.empty() ? "" : " ") + word.text;
        all.push_back(words);
    }
    return all;
}

using Written = std::vector<std::string>;

TEST(Misspellings, AreThoseThatStandBesideANeighbourOfTheWord) {
    const struct {
        std::string query;
        Written written;
    } rows[] = {
        {"bổ sung", {"bo xung"}},  // the other word in any spelling
        {"bổ sung kinh phí", {"bo xung"}},
        {"sắp xếp", {"xắp xep"}},
        {"bo sung", {"bo xung"}},
        {"sap xep", {"xap xep"}},
        // Nothing to stand beside, or the index has no such error.
        {"sung", {}},
        {"vệ sinh", {}},
        {"sung. bổ", {}},
        {"", {}},
        // The rarer word is the misspelt one: its right spelling is no error of it.
        {"bổ xung", {}},
        {"xắp xếp", {}},
        // More than six words: their matches do not hang on one of them.
        {"xã bổ sung kinh phí và sắp xếp bộ máy", {}},
    };
    for (const auto& [query, expected] : rows) EXPECT_EQ(written(query), expected) << query;
}

TEST(Misspellings, EachIsInTheIndexAndRarerThanTheWord) {
    const match::ConditionEvaluator evaluator(opened(),
                                              std::chrono::steady_clock::time_point::max());
    for (const std::string query :
         {"bổ sung", "sắp xếp bộ máy", "bo sung", "giữ gìn vệ sinh", "nghỉ lễ", "nghĩ kỹ"}) {
        const std::vector<Misspelling> all = found(query);
        EXPECT_LE(all.size(), 10U);
        for (std::size_t i = 0; i < all.size(); ++i) {
            // Of the same letters with other marks only the letters are known to stand there.
            EXPECT_TRUE(evaluator.meeting(all[i].condition).size() > 0 || !all[i].has_other_letters)
                << query;
            EXPECT_LT(evaluator.meeting(all[i].condition).size(), 12U) << query;
            EXPECT_EQ(all[i].pair.size(), 2U);
            EXPECT_GT(all[i].written.words.size(), 1U);
            EXPECT_TRUE(i == 0 || all[i - 1].cost <= all[i].cost) << "the likeliest first";
        }
    }
    ASSERT_EQ(found("bổ sung").size(), 1U);
    EXPECT_TRUE(found("bổ sung")[0].has_other_letters);
    EXPECT_EQ(found("bổ sung")[0].position, 1U);
}

}  // namespace
}  // namespace commsearch::plan
