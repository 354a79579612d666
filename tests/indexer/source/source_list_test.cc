// Which files of a corpus are read.

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/source/source.h"
#include "tests/indexer/source/bad_input.h"
#include "tests/indexer/source/read_file_source.h"
#include "tests/support/program.h"

namespace commsearch::source {
namespace {

namespace fs = std::filesystem;

void write_each(const TempFolder& folder, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) (void)folder.write(name, "chữ");
}

std::vector<std::string> ids(const SourceListing& listing) {
    std::vector<std::string> ids;
    for (const SourceFile& file : listing.files) ids.push_back(file.id);
    return ids;
}

/// "path relative to `folder`: message" of each.
std::vector<std::string> skipped(const SourceListing& listing, const fs::path& folder) {
    std::vector<std::string> lines;
    for (const Skipped& one : listing.skipped) {
        EXPECT_FALSE(one.reason.vi.empty());
        lines.push_back(one.path.substr(folder.native().size() + 1) + ": " + one.reason.en);
    }
    return lines;
}

std::string error_of_listing(const fs::path& folder) {
    return error_of([&] { (void)list_sources({folder}); });
}

TEST(SourceList, FindsReportsInBytewiseOrder) {
    const TempFolder folder;
    write_each(folder,
               {"b.txt", "a/c.TXT", "a/B.Html", "a.jsonl", "a/d.text", "e.htm", "README.md",
                "bang.xls", "thumbs.db", ".hidden.txt", ".git/x.txt", "xa.txt/in.txt", "~$b.docx",
                "trang.html", "trang_files/logo.png", "g/h.pdf", "g/i_files/k.PNG"});
    const SourceListing listing = list_sources({folder.path() / ""});
    const std::vector<std::string> expected = {
        "a.jsonl", "a/B.Html", "a/c.TXT",         "a/d.text",   "b.txt",        "bang.xls",
        "e.htm",   "g/h.pdf",  "g/i_files/k.PNG", "trang.html", "xa.txt/in.txt"};
    EXPECT_EQ(ids(listing), expected);
    EXPECT_EQ(listing.files.front().size, std::string_view("chữ").size());
    EXPECT_EQ(listing.ignored, 6U);
    EXPECT_EQ(skipped(listing, folder.path()),
              std::vector<std::string>{
                  "xa.txt: a folder with the name of a report; the files in it are read"});
}

TEST(SourceList, SkipsLinksPipesAndSocketsWithAReason) {
    const TempFolder folder;
    const fs::path file = folder.write("a.txt", "chữ");
    fs::create_symlink(file, folder.path() / "link.txt");
    fs::create_directory_symlink(folder.path(), folder.path() / "loop");
    fs::create_symlink("nowhere", folder.path() / "broken.txt");
    ASSERT_EQ(::mkfifo((folder.path() / "pipe.txt").c_str(), 0600), 0);
    const SourceListing listing = list_sources({folder.path()});
    EXPECT_EQ(ids(listing), std::vector<std::string>{"a.txt"});
    std::vector<std::string> paths;
    for (const std::string& line : skipped(listing, folder.path())) {
        paths.push_back(line.substr(0, line.find_first_of(",(")));
    }
    const std::vector<std::string> expected = {"broken.txt: a symbolic link",
                                               "link.txt: a symbolic link", "loop: a symbolic link",
                                               "pipe.txt: not a regular file "};
    EXPECT_EQ(paths, expected);
}

TEST(SourceList, RepairsNamesAndTellsThemApart) {
    const TempFolder folder;
    write_each(folder, {"a\xFF.txt", "a\xFE.txt", "b\n.txt", "xa\u0303.txt"});
    const SourceListing listing = list_sources({folder.path()});
    const std::vector<std::string> expected = {"a\uFFFD.txt", "a\uFFFD.txt~2", "b\uFFFD.txt",
                                               "xã.txt"};
    EXPECT_EQ(ids(listing), expected);
    EXPECT_EQ(read_file_source(folder.path() / "b\n.txt").documents.at(0).path,
              folder.path().string() + "/b\\x0A.txt");
}

TEST(SourceList, TellsFoldersApart) {
    const TempFolder folder;
    write_each(folder, {"x/a.txt", "x/b.txt", "y/a.txt", "y/z/c.txt"});
    const fs::path x = folder.path() / "x";
    const fs::path y = folder.path() / "y";
    const SourceListing listing = list_sources({x, y, y / "z", x});
    EXPECT_EQ(ids(listing), (std::vector<std::string>{"b.txt", "x/a.txt", "y/a.txt", "z/c.txt"}));
    EXPECT_EQ(skipped(listing, folder.path()),
              (std::vector<std::string>{"x: read once already, with the folder " + x.string(),
                                        "y/z: read once already, with the folder " + y.string()}));
}

TEST(SourceList, NamesAFolderThatIsEmptyBesideOthers) {
    const TempFolder folder;
    write_each(folder, {"x/a.txt"});
    const fs::path share = folder.path() / "y";
    fs::create_directory(share);
    const SourceListing listing = list_sources({folder.path() / "x", share});
    EXPECT_EQ(ids(listing), std::vector<std::string>{"a.txt"});
    EXPECT_EQ(skipped(listing, folder.path()),
              std::vector<std::string>{"y: the folder is empty; if it is a network share, see "
                                       "whether it is mounted"});
    EXPECT_TRUE(list_sources({share}).skipped.empty());
}

TEST(SourceList, StopsAtTooDeepFolders) {
    const TempFolder folder;
    fs::path deep;
    for (int i = 0; i < max_folder_depth; ++i) deep /= "d";
    folder.write(deep / "a.txt", "chữ");
    folder.write(deep / "e" / "b.txt", "chữ");
    const SourceListing listing = list_sources({folder.path()});
    EXPECT_EQ(ids(listing), std::vector<std::string>{(deep / "a.txt").string()});
    ASSERT_EQ(listing.skipped.size(), 1U);
    EXPECT_NE(listing.skipped[0].reason.en.find("deeper than 64"), std::string::npos);
}

TEST(SourceList, ThrowsForACorpusFolderItCannotRead) {
    const TempFolder folder;
    const fs::path file = folder.write("a.txt", "chữ");
    const fs::path none = folder.path() / "none";
    EXPECT_EQ(error_of_listing(none),
              "folder " + none.string() + ": does not exist; check the path");
    expect_part(error_of_listing(file), file.string() + ": is not a folder");
}

TEST(SourceList, SkipsWhatItMayNotRead) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const TempFolder folder;
    const fs::path file = folder.write("a.txt", "chữ");
    const fs::path closed = folder.path() / "closed";
    fs::create_directory(closed);
    fs::permissions(file, fs::perms::none);
    fs::permissions(closed, fs::perms::none);
    const SourceListing listing = list_sources({folder.path()});
    expect_part(listing.skipped.at(0).reason.en, "no permission");
    expect_part(read_file_source(file).skipped.at(0).reason.en, "no permission");
    expect_part(error_of_listing(closed), "no permission");
    fs::permissions(closed, fs::perms::owner_all);
}

}  // namespace
}  // namespace commsearch::source
