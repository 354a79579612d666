#include "indexer/generation/disk/build_lock.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <optional>
#include <string>

#include "analyzers/base/message.h"
#include "indexer/generation/disk/utc.h"
#include "tests/support/program.h"

namespace commsearch::generation {
namespace {

TEST(BuildLock, IsHeldByOneAndNamesIt) {
    const TempFolder folder;
    EXPECT_EQ(lock_holder(folder.path()), "");
    std::optional<BuildLock> lock(folder.path());
    const std::string holder = lock_holder(folder.path());
    EXPECT_TRUE(holder.starts_with("process " + std::to_string(getpid()) + " since 20")) << holder;
    try {
        const BuildLock second(folder.path());
        FAIL() << "two builds at once";
    } catch (const Error& error) {
        EXPECT_EQ(error.message().en, "another build is running on " + folder.path().string() +
                                          " (" + holder + "); wait for it to end");
    }
    lock.reset();
    EXPECT_EQ(lock_holder(folder.path()), "") << "the file stays, the lock does not";
    const BuildLock again(folder.path());
}

TEST(Utc, AMomentComesBack) {
    for (const std::int64_t moment : {std::int64_t{1}, std::int64_t{951'782'400},
                                      std::int64_t{1'795'658'400}, std::int64_t{4'102'444'799}}) {
        EXPECT_EQ(utc_of(utc_text(moment)), moment) << utc_text(moment);
    }
    EXPECT_EQ(utc_text(951'782'400), "2000-02-29T00:00:00Z");
    for (const char* other : {"", "2026-11-26", "2026-11-26T02:00:00", "now"})
        EXPECT_EQ(utc_of(other), 0) << other;
}

}  // namespace
}  // namespace commsearch::generation
