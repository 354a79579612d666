// Disks that are full, fail or may not be written, clocks that go back.

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <string>

#include "analyzers/base/message.h"
#include "tests/crash/night.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

/// Lets builds fail at `wanted` of their calls; the index has to answer as before and the next
/// build to succeed.
void expect_survival(const std::string& action, std::size_t wanted) {
    Night night(3);
    ASSERT_EQ(night.build().exit_code, 0);
    std::string served = night.mark();
    night.change();
    const auto calls = static_cast<std::size_t>(night.calls(action));
    ASSERT_GT(calls, 20U);
    std::size_t failed = 0;
    for (std::size_t i = 0; i < wanted; ++i) {
        const std::size_t at = 1 + i * calls / wanted;
        SCOPED_TRACE(action + " at call " + std::to_string(at));
        const Outcome outcome = night.build(
            {{"COMMSEARCH_FAULT_ACTION", action}, {"COMMSEARCH_FAULT_AT", std::to_string(at)}});
        const IndexReading reading = read_index(night.index());
        EXPECT_EQ(reading.reports, night.reports());
        if (outcome.exit_code ==
            0) {  // what failed did not matter: the last run's record, the lock
            EXPECT_EQ(reading.mark, night.mark());
        } else {
            ++failed;
            EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
            EXPECT_NE(outcome.err.find("commsearch-index: error: "), std::string::npos);
            EXPECT_TRUE(reading.mark == served || reading.mark == night.mark()) << outcome.err;
            const Outcome next = night.build();
            EXPECT_EQ(next.exit_code, 0) << next.err;
            EXPECT_EQ(read_index(night.index()).mark, night.mark());
        }
        served = night.mark();
        night.change();
    }
    std::printf("%s at %zu of %zu calls: %zu builds failed, every one after them succeeded\n",
                action.c_str(), wanted, calls, failed);
    EXPECT_GT(failed, wanted / 3);
    ASSERT_EQ(night.build().exit_code, 0);
    EXPECT_EQ(served_digest(night.index()), night.fresh_digest());
}

TEST(DiskFault, AFullDiskLosesNothing) { expect_survival("enospc", times(5, 100)); }

TEST(DiskFault, AFailingCallLosesNothing) { expect_survival("eio", times(5, 100)); }

TEST(DiskFault, AFolderThatMayNotBeWrittenIsNamed) {
    Night night(4);
    ASSERT_EQ(night.build().exit_code, 0);
    const std::string served = night.mark();
    night.change();
    // Root may write everywhere, so the folder of the index becomes a file that it cannot enter.
    Outcome outcome;
    if (::geteuid() == 0) {
        const fs::path file = night.folder() / "no-folder";
        std::fclose(std::fopen(file.c_str(), "w"));
        outcome = night.build_into(file / "index");
    } else {
        fs::permissions(night.index(), fs::perms::owner_read | fs::perms::owner_exec);
        outcome = night.build();
        fs::permissions(night.index(), fs::perms::owner_all);
    }
    EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
    EXPECT_NE(outcome.err.find(night.folder().string()), std::string::npos) << outcome.err;
    EXPECT_EQ(read_index(night.index()).mark, served);
    EXPECT_EQ(night.build().exit_code, 0);
}

TEST(DiskFault, AClockThatGoesBackChangesNoOrder) {
    Night night(5);
    ASSERT_EQ(night.build().exit_code, 0);
    night.change();
    ASSERT_EQ(night.build({{"COMMSEARCH_FAULT_CLOCK", "-400000000"}}).exit_code, 0);
    EXPECT_EQ(read_index(night.index()).generation, "gen-000002");
    EXPECT_EQ(read_index(night.index()).mark, night.mark());
    for (int i = 0; i < 3; ++i) {
        night.change();
        ASSERT_EQ(
            night.build({{"COMMSEARCH_FAULT_CLOCK", std::to_string(-i * 1'000'000)}}).exit_code, 0);
        EXPECT_EQ(read_index(night.index()).mark, night.mark());
    }
    EXPECT_TRUE(fs::exists(night.index() / "gen-000004"));
    EXPECT_FALSE(fs::exists(night.index() / "gen-000002"));
}

}  // namespace
}  // namespace commsearch
