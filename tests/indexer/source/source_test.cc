#include "indexer/source/source.h"

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

#include "indexer/source/extract/limits.h"
#include "tests/indexer/source/bad_input.h"
#include "tests/indexer/source/read_file_source.h"
#include "tests/support/program.h"

namespace commsearch::source {
namespace {

namespace fs = std::filesystem;

TEST(SourceRead, ReadsEachFormat) {
    const TempFolder folder;
    const fs::path text = folder.write("a.TXT", "<p>chữ\r\n");
    const fs::path html = folder.write("a.htm", "<p>chữ");
    EXPECT_EQ(read_file_source(text).documents.at(0).text, "<p>chữ\n");
    EXPECT_EQ(read_file_source(html).documents.at(0).text, "chữ\n");
    EXPECT_EQ(read_file_source(text).documents.at(0).id, "a.TXT");
    EXPECT_EQ(read_file_source(text).documents.at(0).path, text.string());
}

void expect_skipped(const fs::path& path, std::string_view part) {
    const ReadResult result = read_file_source(path);
    EXPECT_EQ(result.documents.size() + result.skipped.size(), 1U) << path;
    EXPECT_EQ(result.skipped.at(0).path, path.string());
    expect_part(result.skipped.at(0).reason.en, part);
}

TEST(SourceRead, SkipsWhatIsNoReadableFile) {
    const TempFolder folder;
    const fs::path file = folder.write("a.txt", "chữ");
    const fs::path large = folder.write("large.txt", "");
    fs::resize_file(large, max_document_bytes + 1);
    fs::create_symlink(file, folder.path() / "link.txt");
    ASSERT_EQ(::mkfifo((folder.path() / "pipe.txt").c_str(), 0600), 0);
    const std::vector<std::pair<fs::path, std::string>> cases = {
        {folder.path() / "gone.txt", "no longer there"},
        {folder.path() / "gone.jsonl", "no longer there"},
        {folder.path() / "link.txt", "a symbolic link"},
        {folder.path() / "pipe.txt", "not a regular file"},
        {"/dev/zero", "not a regular file"},
        {folder.path(), "not a regular file"},
        {folder.write("empty.txt", ""), "empty"},
        {large, "33554433 bytes, above the limit of 32 MiB"},
    };
    for (const auto& [path, part] : cases) expect_skipped(path, part);
}

TEST(SourceRead, ReadsJsonlLineByLine) {
    const TempFolder folder;
    const fs::path path = folder.write("a.jsonl",
                                       "\xEF\xBB\xBF{\"id\":\"x\",\"text\":\"một\"}\r\n"
                                       "\n  \r\n"
                                       "hỏng\n"
                                       "{\"id\":\"x\",\"text\":\"hai\"}\n"
                                       "{\"id\":2,\"text\":\"ba\"}");
    const ReadResult result = read_file_source(path);
    std::string seen;
    for (const RawDocument& one : result.documents) {
        seen += one.path + ' ' + one.passages.at(0).text + '\n';
    }
    for (const Skipped& one : result.skipped) seen += one.path + '\n';
    const std::string name = path.string();
    EXPECT_EQ(seen, name + ":1 một\n" + name + ":6 ba\n" + name + ":4\n" + name + ":5\n");
    EXPECT_EQ(result.skipped.at(1).reason,
              (Message{"id \"x\" đã có ở một dòng phía trên; hãy đổi id",
                       "id \"x\" is that of a line above; change it"}));
}

TEST(SourceRead, RefusesATooLongJsonlLineOnly) {
    const TempFolder folder;
    const fs::path path = folder.write("a.jsonl", "");
    fs::resize_file(path, 200U << 20U);  // one line of NUL bytes that takes no room on the disk
    std::ofstream(path, std::ios::app) << "\n{\"id\":1,\"text\":\"chữ\"}\n";
    const ReadResult result = read_file_source(path);
    EXPECT_EQ(result.skipped.at(0).path, path.string() + ":1");
    expect_part(result.skipped.at(0).reason.en, "209715200 bytes");
    EXPECT_EQ(result.documents.at(0).path, path.string() + ":2");
}

/// Whether read_source throws what its receiver throws.
bool lets_errors_pass(const fs::path& path) {
    try {
        read_source(
            {path, "a", 0},
            [](const RawDocument&) {
                throw Error({"hỏng", "broken"});
            },
            [](const Skipped&) {});
        return false;
    } catch (const Error& error) {
        return error.message().en == "broken";
    }
}

TEST(SourceRead, LetsTheErrorsOfTheReceiverPass) {
    const TempFolder folder;
    EXPECT_TRUE(lets_errors_pass(folder.write("a.txt", "chữ")));
    EXPECT_TRUE(lets_errors_pass(folder.write("a.html", "chữ")));
    EXPECT_TRUE(lets_errors_pass(folder.write("a.jsonl", R"({"id":1,"text":"chữ"})")));
}

}  // namespace
}  // namespace commsearch::source
