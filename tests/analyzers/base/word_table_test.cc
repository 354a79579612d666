#include "analyzers/base/word_table.h"

#include <gtest/gtest.h>

#include <random>
#include <unordered_map>

namespace commsearch {
namespace {

TEST(WordTable, FindsWhatAMapFinds) {
    std::mt19937 random(3);
    WordTable<int> table;
    std::unordered_map<std::string, int> map;
    for (int i = 0; i < 50'000; ++i) {
        // Few letters, so that words repeat, and every size around those that are treated apart.
        std::string word;
        const std::size_t size = random() % 20;
        for (std::size_t at = 0; at < size; ++at) word += "ab\0"[random() % (size > 6 ? 2 : 3)];
        const auto known = map.find(word);
        const int* const found = table.find(word);
        ASSERT_EQ(found != nullptr, known != map.end()) << word;
        if (found != nullptr) {
            ASSERT_EQ(*found, known->second) << word;
        } else {
            map.emplace(word, i);
            ASSERT_EQ(table.add(word, i), i);
        }
        ASSERT_EQ(table.size(), map.size());
    }
}

TEST(WordTable, KeepsReferencesWhileItGrowsAndForgetsOnClear) {
    WordTable<int> table;
    const int& first = table.add("nông", 1);
    for (int i = 0; i < 5'000; ++i) table.add("w" + std::to_string(i), i);
    EXPECT_EQ(&first, table.find("nông"));
    table.clear();
    EXPECT_EQ(table.find("nông"), nullptr);
    EXPECT_EQ(table.size(), 0U);
    table.add("nông", 2);
    EXPECT_EQ(*table.find("nông"), 2);
}

}  // namespace
}  // namespace commsearch
