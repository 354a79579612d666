#include "indexer/generation/batch/batches.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/generation/merge/groups.h"

namespace commsearch::generation {
namespace {

/// A listing of reports of communes, month by month, of 5 to 50 KB.
std::vector<source::SourceFile> listing(std::size_t size, std::mt19937_64& random) {
    std::uniform_int_distribution<std::uintmax_t> bytes(5'000, 50'000);
    std::vector<source::SourceFile> files;
    for (std::size_t i = 0; i < size; ++i) {
        const std::string number = std::to_string(100'000 + i);
        files.push_back(
            {"", "tinh/xa-" + number.substr(0, 4) + '/' + number + ".txt", bytes(random)});
    }
    return files;
}

/// Each batch as its files' names and sizes.
std::set<std::string> names_of(const std::vector<Batch>& batches) {
    std::set<std::string> names;
    for (const Batch& batch : batches) {
        std::string name;
        for (const source::SourceFile& file : batch.files)
            name += file.id + ' ' + std::to_string(file.size) + '\n';
        names.insert(name);
    }
    return names;
}

/// Batches of `after` that `before` does not have.
std::size_t new_batches(const std::vector<source::SourceFile>& before,
                        const std::vector<source::SourceFile>& after) {
    const std::set<std::string> known = names_of(batches_of(before));
    std::size_t count = 0;
    for (const std::string& name : names_of(batches_of(after))) count += 1 - known.count(name);
    return count;
}

TEST(Batches, HoldEveryFileOnceInOrder) {
    std::mt19937_64 random(1);
    for (const std::size_t size : {0U, 1U, 2U, 777U}) {
        const std::vector<source::SourceFile> files = listing(size, random);
        std::vector<std::string> ids;
        for (const Batch& batch : batches_of(files)) {
            EXPECT_FALSE(batch.files.empty());
            for (const source::SourceFile& file : batch.files) ids.push_back(file.id);
        }
        ASSERT_EQ(ids.size(), size);
        for (std::size_t i = 0; i < size; ++i) EXPECT_EQ(ids[i], files[i].id);
    }
}

TEST(Batches, AreAboutTwoWindowsLong) {
    std::mt19937_64 random(2);
    const std::vector<source::SourceFile> files = listing(20'000, random);
    std::uintmax_t bytes = 0;
    for (const source::SourceFile& file : files) bytes += file.size;
    const auto mean = static_cast<double>(bytes) / static_cast<double>(batches_of(files).size());
    EXPECT_GT(mean, 1.5 * batch_window_bytes);
    EXPECT_LT(mean, 2.5 * batch_window_bytes);
}

TEST(Batches, OneFileMoreOrLessOrGrownTouchesItsNeighboursOnly) {
    std::mt19937_64 random(3);
    for (int round = 0; round < 200; ++round) {
        const std::vector<source::SourceFile> before = listing(500, random);
        std::vector<source::SourceFile> after = before;
        const std::size_t at = random() % before.size();
        if (round % 3 == 0) {
            after.erase(after.begin() + static_cast<std::ptrdiff_t>(at));
        } else if (round % 3 == 1) {
            after[at].size += 40'000;
        } else {
            source::SourceFile added = before[at];
            added.id += "-new";
            after.insert(after.begin() + static_cast<std::ptrdiff_t>(at) + 1, added);
        }
        EXPECT_LE(new_batches(before, after), 5U) << round;
    }
}

/// Each group as the files of its batches.
std::set<std::string> groups_named(const std::vector<source::SourceFile>& files) {
    const std::vector<Batch> batches = batches_of(files);
    const std::vector<std::size_t> begins = groups_of(batches);
    std::set<std::string> names;
    for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
        EXPECT_LT(begins[i], begins[i + 1]);
        std::string name;
        for (std::size_t batch = begins[i]; batch < begins[i + 1]; ++batch)
            name += batches[batch].files.front().id + '\n';
        names.insert(name);
    }
    return names;
}

TEST(Groups, HoldEveryBatchOnceAndAreAboutTwoWindowsLong) {
    std::mt19937_64 random(4);
    const std::vector<source::SourceFile> files = listing(20'000, random);
    const std::vector<Batch> batches = batches_of(files);
    const std::vector<std::size_t> begins = groups_of(batches);
    EXPECT_EQ(begins.front(), 0U);
    EXPECT_EQ(begins.back(), batches.size());
    std::uintmax_t bytes = 0;
    for (const source::SourceFile& file : files) bytes += file.size;
    const auto mean = static_cast<double>(bytes) / static_cast<double>(begins.size() - 1);
    EXPECT_GT(mean, 1.5 * group_window_bytes);
    EXPECT_LT(mean, 2.5 * group_window_bytes);
}

TEST(Groups, OneFileMoreOrLessTouchesItsNeighboursOnly) {
    std::mt19937_64 random(5);
    for (int round = 0; round < 50; ++round) {
        const std::vector<source::SourceFile> before = listing(1'000, random);
        std::vector<source::SourceFile> after = before;
        const auto at = after.begin() + static_cast<std::ptrdiff_t>(random() % after.size());
        if (round % 2 == 0) {
            after.erase(at);
        } else {
            at->size += 40'000;
        }
        const std::set<std::string> known = groups_named(before);
        std::size_t count = 0;
        for (const std::string& name : groups_named(after)) count += 1 - known.count(name);
        EXPECT_LE(count, 4U) << round;
    }
}

}  // namespace
}  // namespace commsearch::generation
