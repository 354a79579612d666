// Files of the index that rot: check finds every flipped bit, readers get an answer or a clear
// error, the next build mends it.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/generation/batch/segment_store.h"
#include "indexer/generation/publish/index_folder.h"
#include "indexer/generation/publish/verify.h"
#include "tests/crash/night.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.file_size() > 0) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void flip(const fs::path& path, std::uintmax_t at, unsigned bit) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(at));
    const int byte = file.get();
    file.seekp(static_cast<std::streamoff>(at));
    file.put(static_cast<char>(static_cast<unsigned>(byte) ^ (1U << bit)));
}

/// A published generation's files, CURRENT among them.
std::vector<fs::path> published_files(const Night& night) {
    std::vector<fs::path> files =
        files_below(night.index() / generation::published_of(night.index()));
    files.push_back(night.index() / "CURRENT");
    return files;
}

/// As `commsearch-index check` does.
bool is_damaged(const fs::path& index) {
    try {
        return !generation::damage_of(index, generation::published_of(index)).empty();
    } catch (const Error&) {
        return true;
    }
}

TEST(Damage, CheckFindsEveryFlippedBit) {
    Night night(6);
    ASSERT_EQ(night.build().exit_code, 0);
    const std::string name = generation::published_of(night.index());
    const std::vector<fs::path> files = published_files(night);
    const std::size_t wanted = times(60, 1'000);
    std::size_t found = 0;
    for (std::size_t i = 0; i < wanted; ++i) {
        // Half of them in the small files, which hardly any random byte would hit.
        const fs::path file = i % 2 == 0 ? night.index() / name / "passages.xapian"
                                         : files[night.random()() % files.size()];
        const std::uintmax_t at = night.random()() % fs::file_size(file);
        const auto bit = static_cast<unsigned>(night.random()() % 8);
        flip(file, at, bit);
        const bool is_found = is_damaged(night.index());
        EXPECT_TRUE(is_found) << file << " byte " << at << " bit " << bit;
        found += is_found ? 1 : 0;
        flip(file, at, bit);
    }
    EXPECT_TRUE(generation::damage_of(night.index(), name).empty());
    std::printf("check found %zu of %zu flipped bits\n", found, wanted);
}

TEST(Damage, CheckFindsTruncatedMissingAndForeignFiles) {
    Night night(7);
    ASSERT_EQ(night.build().exit_code, 0);
    const std::string name = generation::published_of(night.index());
    for (const fs::path& file : published_files(night)) {
        const std::string bytes = read_bytes(file);
        for (const std::size_t size : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
            fs::resize_file(file, size);
            EXPECT_TRUE(is_damaged(night.index())) << file << " of " << size;
            std::ofstream(file, std::ios::binary) << bytes;
        }
        fs::rename(file, night.folder() / "away");
        EXPECT_TRUE(is_damaged(night.index())) << file << " is missing";
        fs::rename(night.folder() / "away", file);
    }
    std::ofstream(night.index() / name / "more") << "x";
    EXPECT_FALSE(generation::damage_of(night.index(), name).empty());
}

TEST(Damage, ADamagedGenerationIsReplacedByTheNextBuild) {
    Night night(8);
    const std::vector<std::string> names = {"passages.xapian", "passages.columns", "manifest.json",
                                            "manifest.sum"};
    for (const std::string& name : names) {
        ASSERT_EQ(night.build().exit_code, 0) << name;
        const fs::path folder = night.index() / generation::published_of(night.index());
        fs::resize_file(folder / name, 10);
        night.change();
        ASSERT_EQ(night.build().exit_code, 0) << name;
        EXPECT_EQ(read_index(night.index()).mark, night.mark());
        EXPECT_TRUE(
            generation::damage_of(night.index(), generation::published_of(night.index())).empty());
    }
    for (const std::string current : {"", "\n", "gen-999999\n", "nonsense", "../x\n"}) {
        std::ofstream(night.index() / "CURRENT") << current;
        try {
            (void)read_index(night.index());
            ADD_FAILURE() << "CURRENT is " << current;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find("commsearch-index "), std::string::npos)
                << error.what();
        }
        night.change();
        const Outcome outcome = night.build();
        ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_EQ(read_index(night.index()).mark, night.mark());
    }
}

TEST(Damage, ADamagedStoreIsNoticedAndMadeAnew) {
    Night night(9);
    ASSERT_EQ(night.build().exit_code, 0);
    for (std::size_t i = 0; i < times(3, 60); ++i) {
        const std::vector<fs::path> files = files_below(night.index() / generation::store_folder);
        const fs::path file = files[night.random()() % files.size()];
        SCOPED_TRACE(file);
        switch (i % 3) {
            case 0:
                flip(file, night.random()() % fs::file_size(file), 1);
                break;
            case 1:
                fs::resize_file(file, night.random()() % fs::file_size(file));
                break;
            default:
                fs::remove(file);
        }
        const Outcome outcome = night.build();
        ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_EQ(read_index(night.index()).reports, night.reports());
        EXPECT_EQ(served_digest(night.index()), night.fresh_digest());
    }
}

}  // namespace
}  // namespace commsearch
