#include "searcher/answer/grouping.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "analyzers/word/near_duplicate_hash.h"
#include "indexer/schema/columns.h"
#include "indexer/schema/schema.h"
#include "tests/searcher/monthly_reports.h"

namespace commsearch::answer {
namespace {

const schema::Columns& columns() {
    const SmallIndex& index = monthly_reports();
    static const schema::Columns all(index.folder() / index.searcher().generation() /
                                     schema::columns_file);
    return all;
}

/// Some passages of the index, in order, with weights of which several are equal.
std::vector<match::Match> random_matches(std::mt19937& random) {
    std::vector<match::Match> matches;
    const std::size_t share = 1 + random() % 3;
    for (std::uint32_t document = 1; document <= columns().documents(); ++document) {
        const std::uint32_t section = columns().section_of(document);
        if (section == schema::no_section || random() % share != 0) continue;
        match::Match match;
        match.passage = document;
        match.section = section;
        match.report = columns().report_of(columns().sections()[section]).document;
        match.weight = static_cast<double>(random() % 12);
        matches.push_back(match);
    }
    return matches;
}

std::uint32_t date_of(const Group& group, const std::vector<match::Match>& matches) {
    return columns().report_of(columns().sections()[matches[group.first].section]).date;
}

bool say_the_same(const Group& a, const Group& b, const std::vector<match::Match>& matches) {
    const match::Match& first = matches[a.best_match];
    const match::Match& second = matches[b.best_match];
    const auto place_of = [](const match::Match& match) {
        return columns().report_of(columns().section_at(match.passage)).place;
    };
    return place_of(first) != 0 && place_of(first) == place_of(second) &&
           word::are_similar(columns().similarity(first.passage),
                             columns().similarity(second.passage));
}

TEST(Grouping, OneGroupAReportWithItsBestPassage) {
    std::mt19937 random(11);
    for (int round = 0; round < 50; ++round) {
        const std::vector<match::Match> matches = random_matches(random);
        const std::vector<Group> groups = group_by_report(matches);
        std::size_t at = 0;
        std::set<std::uint32_t> reports;
        for (const Group& group : groups) {
            ASSERT_EQ(group.first, at);
            ASSERT_LT(group.first, group.last);
            EXPECT_TRUE(reports.insert(matches[at].report).second) << "a report stands in one";
            for (; at < group.last; ++at) {
                EXPECT_EQ(matches[at].report, matches[group.first].report);
                EXPECT_LE(matches[at].weight, group.best);
                const bool may_be_best = at >= group.best_match;
                EXPECT_TRUE(may_be_best || matches[at].weight < group.best)
                    << "the first of equals";
            }
            EXPECT_EQ(matches[group.best_match].weight, group.best);
            EXPECT_EQ(group.similar, 0U);
        }
        EXPECT_EQ(at, matches.size());
    }
    EXPECT_TRUE(group_by_report({}).empty());
}

TEST(Grouping, SortsByScoreOrByDateWithUndatedOnesLast) {
    using Sort = SearchRequest::Sort;
    std::mt19937 random(12);
    for (int round = 0; round < 50; ++round) {
        const std::vector<match::Match> matches = random_matches(random);
        for (const Sort order : {Sort::relevance, Sort::date, Sort::oldest}) {
            std::vector<Group> groups = group_by_report(matches);
            sort_groups(groups, matches, columns(), order);
            for (std::size_t i = 1; i < groups.size(); ++i) {
                const Group& a = groups[i - 1];
                const Group& b = groups[i];
                const std::uint32_t first = date_of(a, matches);
                const std::uint32_t second = date_of(b, matches);
                if (order != Sort::relevance && first != second) {
                    EXPECT_TRUE(second == 0 ||
                                (first != 0 && (first > second) == (order == Sort::date)));
                } else if (a.best != b.best) {
                    EXPECT_GT(a.best, b.best);
                } else {
                    EXPECT_LT(a.first, b.first) << "equal ones stay in the order of reports";
                }
            }
        }
    }
}

TEST(Grouping, WhatSaysTheSameInOneCommuneIsShownOnce) {
    std::mt19937 random(13);
    std::size_t folded = 0;
    for (int round = 0; round < 50; ++round) {
        const std::vector<match::Match> matches = random_matches(random);
        std::vector<Group> groups = group_by_report(matches);
        sort_groups(groups, matches, columns(), SearchRequest::Sort::relevance);
        const std::vector<Group> all = groups;
        fold_similar(groups, matches, columns());
        std::size_t kept = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool is_kept = kept < groups.size() && groups[kept].first == all[i].first;
            const bool has_original =
                std::any_of(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(kept),
                            [&](const Group& one) { return say_the_same(one, all[i], matches); });
            EXPECT_EQ(is_kept, !has_original || i >= 100) << i;
            if (is_kept) ++kept;
        }
        EXPECT_EQ(kept, groups.size());
        std::size_t counted = groups.size();
        for (const Group& group : groups) counted += group.similar;
        EXPECT_EQ(counted, all.size());
        folded += all.size() - groups.size();
    }
    EXPECT_GT(folded, 500U);
}

TEST(Grouping, TheFirstOfEachCommuneComesBeforeTheOthers) {
    std::mt19937 random(7);
    const auto place_of = [](const Group& group, const std::vector<match::Match>& matches) {
        return columns().report_of(columns().sections()[matches[group.first].section]).place;
    };
    for (int round = 0; round < 20; ++round) {
        const std::vector<match::Match> matches = random_matches(random);
        std::vector<Group> groups = group_by_report(matches);
        sort_groups(groups, matches, columns(), SearchRequest::Sort::relevance);
        const std::vector<Group> before = groups;
        (void)spread_communes(groups, matches, columns());
        ASSERT_EQ(groups.size(), before.size());
        std::set<std::uint32_t> seen;
        bool is_repeated = false;
        for (const Group& group : groups) {
            const std::uint32_t place = place_of(group, matches);
            const bool is_new = place == 0 || seen.insert(place).second;
            EXPECT_FALSE(is_new && is_repeated) << "a commune behind the second of another";
            is_repeated = is_repeated || !is_new;
        }
        if (groups.empty()) continue;
        EXPECT_EQ(groups.front().first, before.front().first);
    }
}

}  // namespace
}  // namespace commsearch::answer
