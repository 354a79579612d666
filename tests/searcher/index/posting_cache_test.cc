#include "searcher/index/posting_cache.h"

#include <gtest/gtest.h>

#include <string>

#include "searcher/index/passage_set.h"

namespace commsearch::index {
namespace {

TEST(PostingCache, KeepNoMoreThanTheyMay) {
    PostingCache sets;
    const PassageSet set(1'000'000);
    for (int i = 0; i < 300; ++i) sets.keep("t" + std::to_string(i), set);
    EXPECT_EQ(sets.find("t0"), nullptr) << "not asked for longest";
    ASSERT_NE(sets.find("t299"), nullptr);
    EXPECT_LE(sets.bytes(), PostingCache::max_bytes);
}

}  // namespace
}  // namespace commsearch::index
