#include "indexer/generation/disk/checked_file.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/generation/disk/file_checksums.h"
#include "tests/support/program.h"

namespace commsearch::generation {
namespace {

TEST(CheckedFile, TheTextComesBack) {
    const TempFolder folder;
    for (const std::string& text : {std::string(), std::string("\n"), std::string("a\nb"),
                                    std::string("a\n\n"), std::string("\0\xFF", 2)}) {
        write_checked(folder.path() / "a", text);
        EXPECT_EQ(read_checked(folder.path() / "a"), text);
    }
}

TEST(CheckedFile, EachFlippedBitAndEachCutIsFound) {
    const TempFolder folder;
    const auto file = folder.path() / "a";
    write_checked(file, "gen-000001\n42");
    const std::string bytes = read_bytes(file);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            folder.write("a", damaged);
            EXPECT_THROW((void)read_checked(file), Error) << at << ' ' << bit;
        }
        folder.write("a", bytes.substr(0, at));
        EXPECT_THROW((void)read_checked(file), Error) << at;
    }
    EXPECT_THROW((void)read_checked(folder.path() / "missing"), Error);
    EXPECT_THROW((void)read_file(folder.path() / "missing"), Error);
}

TEST(FileChecksums, CoverEveryByteOfEveryFile) {
    const TempFolder folder;
    folder.write("index/b/c", "deep");
    folder.write("index/empty", "");
    std::string large(2 * chunk_bytes + 5, 'x');
    folder.write("index/large", large);
    const std::vector<FileChecksums> before = checksums_below(folder.path() / "index");
    ASSERT_EQ(before.size(), 3U);
    EXPECT_EQ(before[0].name, "b/c");
    EXPECT_EQ(before[1].name, "empty");
    EXPECT_EQ(before[1].size, 0U);
    EXPECT_EQ(before[2].name, "large");
    EXPECT_EQ(before[2].size, large.size());
    EXPECT_EQ(before[2].chunks.size(), 3U);
    EXPECT_EQ(before[0], checksums_of(folder.path() / "index", "b/c"));

    large[chunk_bytes] = 'y';
    folder.write("index/large", large);
    const FileChecksums after = checksums_of(folder.path() / "index", "large");
    EXPECT_EQ(after.chunks[0], before[2].chunks[0]);
    EXPECT_NE(after.chunks[1], before[2].chunks[1]) << "the chunk that changed";
    EXPECT_EQ(after.chunks[2], before[2].chunks[2]);
}

}  // namespace
}  // namespace commsearch::generation
