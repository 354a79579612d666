#include "searcher/index/passage_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <random>
#include <set>
#include <vector>

namespace commsearch::index {
namespace {

using Plain = std::set<std::uint32_t>;

std::uint32_t below(std::mt19937& random, std::uint32_t limit) {
    return static_cast<std::uint32_t>(random() % limit);
}

std::vector<std::uint32_t> documents_of(const PassageSet& set) {
    std::vector<std::uint32_t> documents;
    set.each([&](std::uint32_t document) { documents.push_back(document); });
    return documents;
}

void expect_same(const PassageSet& set, const Plain& plain, std::uint32_t last) {
    EXPECT_EQ(documents_of(set), std::vector<std::uint32_t>(plain.begin(), plain.end()));
    EXPECT_EQ(set.size(), plain.size());
    for (std::uint32_t document = 0; document <= last + 70; ++document)
        EXPECT_EQ(set.holds(document), plain.contains(document)) << document;
    std::size_t before = 0;
    for (const std::uint32_t document : plain) EXPECT_EQ(set.nth(before++), document);
}

/// Adds the same to both, one by one and in ranges, beyond the last one too.
void fill(std::mt19937& random, std::uint32_t last, PassageSet& set, Plain& plain) {
    for (std::size_t i = random() % 20; i > 0; --i) {
        const std::uint32_t first = below(random, last + 20);
        const std::uint32_t count = random() % 3 == 0 ? below(random, 150) : 1;
        if (count == 1) set.add(first);
        if (count != 1) set.add_range(first, count);
        for (std::uint32_t document = first; document < first + count; ++document) {
            if (document <= last) plain.insert(document);
        }
    }
}

TEST(PassageSet, IsASetOfDocuments) {
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        const std::uint32_t last = below(random, 300);
        PassageSet set(last);
        Plain plain;
        fill(random, last, set, plain);
        expect_same(set, plain, last);

        const std::uint32_t from = below(random, 320);
        const std::uint32_t to = below(random, 320);
        std::vector<std::uint32_t> some;
        set.each_in(from, to, [&](std::uint32_t document) { some.push_back(document); });
        Plain expected;
        std::copy_if(plain.begin(), plain.end(), std::inserter(expected, expected.end()),
                     [&](std::uint32_t document) { return from <= document && document < to; });
        EXPECT_EQ(some, std::vector<std::uint32_t>(expected.begin(), expected.end()));
    }
}

TEST(PassageSet, IsJoinedAsSetsAre) {
    std::mt19937 random(4);
    for (int round = 0; round < 300; ++round) {
        const std::uint32_t last = below(random, 300);
        PassageSet a(last);
        PassageSet b(last);
        Plain plain_a;
        Plain plain_b;
        fill(random, last, a, plain_a);
        fill(random, last, b, plain_b);
        PassageSet either = a;
        either |= b;
        PassageSet both = a;
        both &= b;
        PassageSet first_only = a;
        first_only -= b;
        Plain plain_either;
        Plain plain_both;
        Plain plain_first_only;
        std::set_union(plain_a.begin(), plain_a.end(), plain_b.begin(), plain_b.end(),
                       std::inserter(plain_either, plain_either.end()));
        std::set_intersection(plain_a.begin(), plain_a.end(), plain_b.begin(), plain_b.end(),
                              std::inserter(plain_both, plain_both.end()));
        std::set_difference(plain_a.begin(), plain_a.end(), plain_b.begin(), plain_b.end(),
                            std::inserter(plain_first_only, plain_first_only.end()));
        expect_same(either, plain_either, last);
        expect_same(both, plain_both, last);
        expect_same(first_only, plain_first_only, last);
    }
}

TEST(PassageSet, HoldsNothingBehindItsLastDocument) {
    PassageSet set(100);
    set.add(101);
    set.add_range(90, UINT32_MAX);
    set.add_range(UINT32_MAX, 5);
    EXPECT_EQ(set.size(), 11U);
    EXPECT_TRUE(set.holds(100));
    EXPECT_FALSE(set.holds(101));
    EXPECT_FALSE(set.holds(UINT32_MAX));
}

}  // namespace
}  // namespace commsearch::index
