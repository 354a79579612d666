#include "indexer/generation/disk/disk.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <filesystem>
#include <iterator>
#include <string>

#include "tests/support/program.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(Disk, WhatIsWrittenIsThere) {
    const TempFolder folder;
    const fs::path file = folder.path() / "a";
    for (const std::string& bytes : {std::string("first"), std::string(),
                                     std::string("\0\n\xFF", 3), std::string(100'000, 'x')}) {
        write_bytes(file, bytes);
        EXPECT_EQ(read_bytes(file), bytes);
        write_synced(file, bytes + "!");
        EXPECT_EQ(read_bytes(file), bytes + "!");
        replace_file(file, bytes);
        EXPECT_EQ(read_bytes(file), bytes);
        EXPECT_EQ(entries(folder.path()), 1U) << "nothing is left beside it";
    }
    sync_file(file);
    sync_folder(folder.path());
}

TEST(Disk, ReplacingAFileThatIsReadLeavesItsReaderTheOldOne) {
    const TempFolder folder;
    const fs::path file = folder.path() / "a";
    replace_file(file, "old");
    fs::create_hard_link(file, folder.path() / "as-it-was");
    replace_file(file, "new");
    EXPECT_EQ(read_bytes(file), "new");
    EXPECT_EQ(read_bytes(folder.path() / "as-it-was"), "old") << "it was not written into";
}

TEST(Disk, TroubleIsToldWithItsPathAndReason) {
    const TempFolder folder;
    const fs::path missing = folder.path() / "missing" / "a";
    const auto told = [](const auto& work) {
        try {
            work();
        } catch (const Error& error) {
            return error.message().en;
        }
        return std::string();
    };
    for (const std::string& text :
         {told([&] { write_bytes(missing, "x"); }), told([&] { write_synced(missing, "x"); }),
          told([&] { replace_file(missing, "x"); }), told([&] { sync_file(missing); }),
          told([&] { sync_folder(missing); }), told([&] { (void)open_file(missing, O_RDONLY); })}) {
        EXPECT_NE(text.find(missing.string()), std::string::npos) << text;
        EXPECT_NE(text.find("No such file or directory"), std::string::npos) << text;
    }
    EXPECT_EQ(told([&] {
                  throw_system({"không ghi được", "cannot write"}, "/a", ENOSPC);
              }),
              "cannot write /a: No space left on device");
}

TEST(Disk, AScratchFolderIsEmptyAndVanishes) {
    const TempFolder folder;
    const fs::path path = folder.path() / "scratch";
    folder.write("scratch/left/over", "x");
    {
        const ScratchFolder scratch(path);
        EXPECT_EQ(scratch.path(), path);
        EXPECT_EQ(entries(path), 0U);
        write_bytes(path / "a", "x");
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST(Disk, AsManyFilesMayBeOpenAsAreTold) { EXPECT_GE(open_files_allowed(), 64U); }

}  // namespace
}  // namespace commsearch::generation
