#include "searcher/index/passage_set.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace commsearch {
namespace {

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
}  // namespace commsearch
