#include "searcher/match/condition_evaluator.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "searcher/model/request_error.h"
#include "tests/searcher/match/random_index.h"

namespace commsearch::match {
namespace {

constexpr auto no_deadline = std::chrono::steady_clock::time_point::max();

/// YYYYMMDD; 0, which is open, now and then.
std::uint32_t random_day(std::mt19937& random) {
    const auto month = static_cast<std::uint32_t>(random() % 15);
    return month > 12 ? 0 : 20230001 + month * 100;
}

plan::Condition random_condition(std::mt19937& random, int depth) {
    using Kind = plan::Condition::Kind;
    const std::vector<std::string> terms = {"lúa",
                                            "lua",
                                            "nông",
                                            "thôn",
                                            "mới",
                                            "ntm",
                                            "ubnd",
                                            "98,5",
                                            "kỹ",
                                            "Hlúa",
                                            "Hbò",
                                            "hộ",
                                            "Unông thôn mới",
                                            "Uủy ban nhân dân",
                                            "bò",
                                            "qqq",
                                            "Hnông",
                                            "Hqqqq",
                                            "xã",
                                            "nhân",
                                            "Uủy ban"};
    const std::size_t kind = random() % (depth == 0 ? 5 : 9);
    if (kind < 3) return plan::Condition(terms[random() % terms.size()]);
    if (kind == 3) {
        plan::Condition dates(Kind::dates);
        dates.from = random_day(random);
        dates.to = random_day(random);
        return dates;
    }
    if (kind == 4) {
        if (random() % 8 == 0) return random() % 2 == 0 ? plan::everything() : plan::nothing();
        return plan::Condition(random_nearness(random));
    }
    std::vector<plan::Condition> parts;
    for (std::size_t i = 1 + random() % 4; i > 0; --i)
        parts.push_back(random_condition(random, depth - 1));
    const Kind joined = kind < 7 ? Kind::all : kind == 7 ? Kind::any : Kind::none;
    return plan::Condition(joined, std::move(parts));
}

/// Evaluates random conditions of an index both ways; returns how many passages met them.
std::size_t compare(const RandomIndex& written, std::mt19937& random, int rounds) {
    const index::IndexReader index(written.index().folder());
    EXPECT_EQ(index.columns().documents(), written.passages().back().document);
    const ConditionEvaluator evaluator(index, no_deadline);
    std::size_t met = 0;
    for (int round = 0; round < rounds; ++round) {
        const plan::Condition condition = random_condition(random, 3);
        const index::PassageSet set = evaluator.meeting(condition);
        std::size_t expected = 0;
        for (const WrittenPassage& passage : written.passages()) {
            const bool is_met = meets(passage, condition);
            EXPECT_EQ(set.holds(passage.document), is_met)
                << "round " << round << ", document " << passage.document;
            expected += is_met ? 1 : 0;
        }
        EXPECT_EQ(set.size(), expected) << "passages only, no reports; round " << round;
        if (testing::Test::HasFailure()) break;
        met += expected;
    }
    return met;
}

TEST(ConditionEvaluator, FindsWhatLookingAtEveryPassageFinds) {
    std::mt19937 random(31);
    EXPECT_GT(compare(random_index(), random, 1500), 10'000U);
}

// Large sets are joined bit by bit, small ones passage by passage; terms that are frequent are
// kept.
TEST(ConditionEvaluator, AndSoInALargeIndex) {
    std::mt19937 random(32);
    EXPECT_GT(compare(RandomIndex(18, 3'000), random, 60), 10'000U);
}

TEST(ConditionEvaluator, AnEmptyConditionIsMetByNone) {
    const index::IndexReader index(random_index().index().folder());
    const ConditionEvaluator evaluator(index, no_deadline);
    EXPECT_EQ(evaluator.meeting({}).size(), 0U);
    EXPECT_EQ(evaluator.meeting(plan::nothing()).size(), 0U);
    EXPECT_EQ(evaluator.meeting(plan::everything()).size(), random_index().passages().size());
    EXPECT_EQ(evaluator.meeting(plan::Condition(plan::Condition::Kind::all)).size(),
              random_index().passages().size());
}

TEST(ConditionEvaluator, ADeadlineEndsIt) {
    const index::IndexReader index(random_index().index().folder());
    const auto past = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    EXPECT_THROW((void)ConditionEvaluator(index, past).meeting(plan::Condition("lúa")), TimeLimit);
}

}  // namespace
}  // namespace commsearch::match
