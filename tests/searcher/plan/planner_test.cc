#include "searcher/plan/planner.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "searcher/match/condition_evaluator.h"
#include "searcher/query/query_parser.h"
#include "tests/searcher/match/random_index.h"

namespace commsearch::plan {
namespace {

const index::IndexReader& opened() {
    static const index::IndexReader index(match::random_index().index().folder());
    return index;
}

QueryPlan planned(const std::string& query, Strictness strictness = Strictness::all_words,
                  bool exact = false) {
    Analyzer analyzer(opened().snapshot().abbreviations());
    return Planner(opened()).plan(query::analyze(query::parse_query(query), analyzer, exact),
                                  strictness);
}

using Documents = std::set<std::uint32_t>;

Documents matching(const std::string& query, Strictness strictness = Strictness::all_words,
                   bool exact = false) {
    const match::ConditionEvaluator evaluator(opened(),
                                              std::chrono::steady_clock::time_point::max());
    Documents documents;
    evaluator.meeting(planned(query, strictness, exact).condition)
        .each([&](std::uint32_t document) { documents.insert(document); });
    return documents;
}

Documents everything_there() {
    Documents all;
    for (const match::WrittenPassage& passage : match::random_index().passages())
        all.insert(passage.document);
    return all;
}

TEST(Planner, NoticesWhatKindOfQueryItIs) {
    const struct {
        std::string query;
        bool has_words, is_deliberate, asks_for_plan, is_accented;
    } rows[] = {
        {"nông thôn mới", true, false, false, true},
        {"nong thon moi", true, false, false, false},
        {"\"nông thôn\"", true, true, false, true},
        {"nông AND thôn", true, true, false, true},
        {"phương hướng nông thôn", true, false, true, true},
        {"nhiệm vụ nông thôn", true, false, true, true},
    };
    for (const auto& [query, has_words, is_deliberate, asks_for_plan, is_accented] : rows) {
        const QueryPlan plan = planned(query);
        EXPECT_EQ(plan.has_words, has_words) << query;
        EXPECT_EQ(plan.is_deliberate, is_deliberate) << query;
        EXPECT_EQ(plan.asks_for_plan, asks_for_plan) << query;
        EXPECT_EQ(plan.is_accented, is_accented) << query;
        EXPECT_FALSE(plan.scoring_clauses.empty()) << query;
    }
    EXPECT_FALSE(planned("năm:2023").has_words);
    EXPECT_FALSE(planned("").has_words);
    EXPECT_TRUE(planned("năm:2023").scoring_clauses.empty()) << "a filter does not rank";
    EXPECT_EQ(matching(""), everything_there());
}

std::string random_leaf(std::mt19937& random) {
    const std::vector<std::string> leaves = {"lúa",      "nông thôn",     "\"nông thôn\"",
                                             "NTM",      "thu",           "kỹ",
                                             "lua",      "ủy ban",        "(hộ NEAR/3 xã)",
                                             "bò",       "th*",           "=\"lua\"",
                                             "năm:2023", "tháng:05/2023", "98,5"};
    return leaves[random() % leaves.size()];
}

/// AND, OR and NOT are those of sets.
TEST(PlannerLaws, OperatorsJoinSets) {
    std::mt19937 random(81);
    const Documents all = everything_there();
    std::size_t found = 0;
    for (int round = 0; round < 120; ++round) {
        const std::string a = random_leaf(random);
        const std::string b = random_leaf(random);
        const Documents with_a = matching(a + " AND " + a);
        const Documents with_b = matching(b + " AND " + b);
        Documents both;
        Documents either = with_a;
        Documents without;
        either.insert(with_b.begin(), with_b.end());
        for (const std::uint32_t document : all) {
            if (with_a.contains(document) && with_b.contains(document)) both.insert(document);
            if (!with_a.contains(document)) without.insert(document);
        }
        EXPECT_EQ(matching(a + " AND " + b), both) << a << " AND " << b;
        EXPECT_EQ(matching(b + " AND " + a), both) << b << " AND " << a;
        EXPECT_EQ(matching(a + " OR " + b), either) << a << " OR " << b;
        EXPECT_EQ(matching("NOT " + a), without) << "NOT " << a;
        found += both.size();
    }
    EXPECT_GT(found, 500U);
}

/// What holds every word holds any; what is spelled so is found without regard to spelling.
TEST(PlannerLaws, StricterReadingsFindLess) {
    std::mt19937 random(82);
    const auto expect_within = [](const Documents& few, const Documents& many,
                                  const std::string& query) {
        for (const std::uint32_t document : few)
            EXPECT_TRUE(many.contains(document)) << query << ": " << document;
    };
    const std::vector<std::string> words = {"lúa", "nông", "thôn", "NTM", "thu", "kỹ",
                                            "lua", "ủy",   "hộ",   "bò",  "xã",  "98,5"};
    for (int round = 0; round < 120; ++round) {
        std::string run;
        std::string leaves;
        for (std::size_t i = 1 + random() % 4; i > 0; --i) {
            run += words[random() % words.size()] + ' ';
            leaves += random_leaf(random) + ' ';
        }
        expect_within(matching(run), matching(run, Strictness::any_word), run);
        expect_within(matching(run, Strictness::all_words, true), matching(run), run);
        expect_within(matching(leaves, Strictness::all_words, true), matching(leaves), leaves);
    }
}

/// Terms are what scores: each passage that holds any word is met by some clause.
TEST(PlannerLaws, EveryClauseHasTermsAWeightAndIsTold) {
    std::mt19937 random(83);
    for (int round = 0; round < 100; ++round) {
        const std::string query = random_leaf(random) + ' ' + random_leaf(random);
        for (const ScoringClause& clause : planned(query).scoring_clauses) {
            EXPECT_FALSE(clause.terms.empty()) << query;
            EXPECT_GT(clause.weight, 0) << query;
            EXPECT_FALSE(clause.what.vi.empty()) << query;
            EXPECT_FALSE(clause.what.en.empty()) << query;
            EXPECT_TRUE(clause.kind != ScoringClause::Kind::pair || clause.terms.size() == 2)
                << query;
            EXPECT_TRUE(clause.kind != ScoringClause::Kind::constant || clause.terms.size() == 1)
                << query;
        }
    }
}

}  // namespace
}  // namespace commsearch::plan
