// The power goes at every change of a build: what was not synced is gone.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>

#include "analyzers/base/message.h"
#include "indexer/generation/publish/index_folder.h"
#include "indexer/generation/publish/verify.h"
#include "tests/crash/disk_model.h"
#include "tests/crash/night.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

class PowerCut : public testing::TestWithParam<DiskModel::Survivors> {};

TEST_P(PowerCut, LeavesTheOldGenerationOrTheNewOne) {
    Night night(2);
    ASSERT_EQ(night.build().exit_code, 0);
    const std::string old_mark = night.mark();
    night.change();
    const fs::path before = night.folder() / "before";
    const fs::path journal = night.folder() / "journal";
    fs::create_directory(journal);
    fs::copy(night.index(), before, fs::copy_options::recursive);
    ASSERT_EQ(night.build({{"COMMSEARCH_FAULT_JOURNAL", journal.string()}}).exit_code, 0);
    const std::vector<JournalEntry> entries = read_journal(journal);
    ASSERT_GT(entries.size(), 30U);
    const std::string digest = night.fresh_digest();

    DiskModel disk(night.index(), before);
    const std::size_t step = std::max<std::size_t>(entries.size() / times(4, entries.size()), 1);
    const std::size_t disks = GetParam() == DiskModel::Survivors::some_names ? times(2, 8) : 1;
    const fs::path after = night.folder() / "after";
    std::size_t cuts = 0, new_ones = 0;
    for (std::size_t i = 0; i <= entries.size(); ++i) {
        SCOPED_TRACE("cut after " + std::to_string(i) + " changes");
        for (std::size_t k = 0; k < disks; ++k, ++cuts) {
            fs::remove_all(after);
            disk.write(after, GetParam(), night.random());
            const IndexReading reading = read_index(after);
            EXPECT_EQ(reading.reports, night.reports());
            EXPECT_TRUE(reading.mark == old_mark || reading.mark == night.mark()) << reading.mark;
            if (i == entries.size()) {
                EXPECT_EQ(reading.mark, night.mark()) << "it was acknowledged";
            }
            EXPECT_TRUE(generation::damage_of(after, generation::published_of(after)).empty());
            new_ones += reading.mark == night.mark() ? 1 : 0;
        }
        if (i % step == 0 || i == entries.size()) {
            const Outcome next = night.build_into(after);
            EXPECT_EQ(next.exit_code, 0) << next.err;
            EXPECT_EQ(served_digest(after), digest);
            EXPECT_EQ(read_index(after).mark, night.mark());
        }
        if (i < entries.size()) disk.apply(entries[i], journal);
    }
    std::printf(
        "%zu disks after power cuts within %zu changes: %zu hold the old generation, %zu the new "
        "one\n",
        cuts, entries.size(), cuts - new_ones, new_ones);
}

INSTANTIATE_TEST_SUITE_P(All, PowerCut,
                         testing::Values(DiskModel::Survivors::synced_only,
                                         DiskModel::Survivors::all_names,
                                         DiskModel::Survivors::some_names));

}  // namespace
}  // namespace commsearch
