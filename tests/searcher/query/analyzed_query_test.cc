// A query is read once: its tree beside the words of each part.

#include "searcher/query/analyzed_query.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "analyzers/word/abbreviations.h"
#include "searcher/query/query_parser.h"

namespace commsearch::query {
namespace {

class AnalyzedQueryTest : public testing::Test {
protected:
    AnalyzedQuery read(const std::string& query) {
        return analyze(parse_query(query), analyzer_, false);
    }

    word::Abbreviations abbreviations_;
    Analyzer analyzer_{abbreviations_};
};

std::vector<std::string> running_words(const AnalyzedNode& node) {
    std::vector<std::string> words;
    for (const word::Token& token : node.tokens) {
        if (word::is_running(token)) words.push_back(token.term);
    }
    return words;
}

/// Every node stands beside the one of the parsed tree that has its place.
void expect_beside(const std::vector<AnalyzedNode>& nodes, const std::vector<QueryNode>& parsed) {
    ASSERT_EQ(nodes.size(), parsed.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        EXPECT_EQ(nodes[i].node, &parsed[i]);
        expect_beside(nodes[i].children, parsed[i].children);
    }
}

TEST_F(AnalyzedQueryTest, HasTheWordsOfEachPart) {
    const AnalyzedQuery query = read("thu ngân sách \"hộ nghèo\" -nợ xây* mục:y-tế");
    ASSERT_EQ(query.root.size(), 1U);
    const std::vector<AnalyzedNode>& parts = query.root.front().children;
    ASSERT_EQ(parts.size(), 5U);
    using Words = std::vector<std::string>;
    EXPECT_EQ(running_words(parts[0]), (Words{"thu", "ngân", "sách"}));
    EXPECT_EQ(running_words(parts[1]), (Words{"hộ", "nghèo"}));
    EXPECT_TRUE(parts[2].tokens.empty()) << "what is excluded is its child";
    EXPECT_EQ(running_words(parts[2].children.at(0)), (Words{"nợ"}));
    EXPECT_TRUE(parts[3].tokens.empty()) << "a prefix is no word";
    EXPECT_EQ(running_words(parts[4]), (Words{"y", "tế"}));
}

TEST_F(AnalyzedQueryTest, MovedItsNodesStillPointIntoItsOwnTree) {
    AnalyzedQuery first = read("(lúa OR ngô) AND \"hộ nghèo\"");
    const AnalyzedQuery second = std::move(first);
    expect_beside(second.root, second.parsed.root);
    AnalyzedQuery third;
    third = read("-lúa ngô");
    expect_beside(third.root, third.parsed.root);
}

TEST_F(AnalyzedQueryTest, KnowsTheShortFormsThatAreAskedFor) {
    const AnalyzedQuery query = read("xây dựng NTM -UBND");
    ASSERT_TRUE(query.short_forms.contains("nông thôn mới"));
    EXPECT_EQ(query.short_forms.at("nông thôn mới"), "NTM");
    EXPECT_EQ(query.short_forms.size(), 1U) << "what is excluded is not asked for";
    EXPECT_TRUE(read("nông thôn mới").short_forms.empty());
    EXPECT_TRUE(read("").root.empty());
}

}  // namespace
}  // namespace commsearch::query
