#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

constexpr const char* report =
    "UBND XÃ BẢN LIỀN\nSố: 12/BC-UBND\n\nBản Liền, ngày 20 tháng 6 năm 2024\n\nBÁO CÁO\n"
    "Kết quả thực hiện nhiệm vụ tháng 6 năm 2024\n\n1. Nông nghiệp\n"
    "Diện tích chè hữu cơ đạt 120 ha, tăng 5 ha so với cùng kỳ.\n";

Outcome run(const std::string& program, Arguments arguments,
            const std::string& language = "en_US.UTF-8") {
    arguments.insert(arguments.begin(), program);
    return run_in(fs::temp_directory_path(), std::move(arguments), language);
}

Outcome index(Arguments arguments, const std::string& language = "en_US.UTF-8") {
    return run(COMMSEARCH_INDEX_PROGRAM, std::move(arguments), language);
}

TEST(IndexCli, HelpIsInTheLanguageOfTheLocale) {
    EXPECT_TRUE(contains(index({"--help"}).out, "Usage: commsearch-index COMMAND"));
    EXPECT_TRUE(contains(index({"build", "--help"}).out, "Usage: commsearch-index build"));
    EXPECT_TRUE(contains(index({"build", "--help"}, "vi_VN.UTF-8").out,
                         "Cách dùng: commsearch-index build"));
    EXPECT_EQ(index({"--version"}).out, "commsearch-index " COMMSEARCH_VERSION "\n");
}

TEST(IndexCli, WrongUseExits2AndSaysWhatToDo) {
    const struct {
        Arguments arguments;
        std::string message;
    } cases[] = {
        {{}, "no command is given (build, status"},
        {{"bild"}, "there is no command “bild” (build, status"},
        {{"build"}, "--corpus DIR is missing"},
        {{"build", "--corpus", "x", "--jobs", "0"}, "--jobs needs a number from 1 to 64, not “0”"},
        {{"build", "--corpus", "x", "--nope"}, "there is no option “--nope”"},
        {{"build", "--index"}, "--index needs a value"},
    };
    for (const auto& [arguments, message] : cases) {
        const Outcome outcome = index(arguments);
        EXPECT_EQ(outcome.exit_code, 2) << message;
        EXPECT_TRUE(contains(outcome.err, message)) << outcome.err;
        EXPECT_TRUE(contains(outcome.err, "--help")) << outcome.err;
        EXPECT_EQ(outcome.out, "");
    }
    EXPECT_TRUE(contains(index({"build"}, "vi").err, "lỗi: thiếu --corpus THƯ_MỤC"));
}

/// A corpus and an index folder for one test.
class IndexBuild : public testing::Test {
protected:
    Outcome build(const std::string& language = "en_US.UTF-8") {
        return index({"build", "--quiet", "--corpus", (folder_.path() / "corpus").string(),
                      "--index", index_folder().string()},
                     language);
    }
    fs::path index_folder() const { return folder_.path() / "index"; }
    /// Name of the published generation.
    std::string published() const {
        const std::string current = read_bytes(index_folder() / "CURRENT");
        return current.substr(0, current.find('\n'));
    }
    fs::path write(const std::string& name, const std::string& bytes) {
        return folder_.write(fs::path("corpus") / name, bytes);
    }
    Outcome search(Arguments arguments) {
        arguments.insert(arguments.begin(), {"--index", index_folder().string()});
        return run(COMMSEARCH_PROGRAM, std::move(arguments));
    }

    TempFolder folder_;
};

TEST_F(IndexBuild, ReportsWhatItDid) {
    write("a.txt", report);
    write("notes.md", "not a report");
    const Outcome outcome = build();
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_TRUE(
        contains(outcome.out,
                 "Read 1 files (not counting 1 of other formats); indexed 1 reports, 1 passages; "
                 "skipped 0;"))
        << outcome.out;
    EXPECT_TRUE(contains(outcome.out, "Published generation gen-000001"));
    EXPECT_EQ(search({"chè hữu cơ"}).exit_code, 0);
    EXPECT_TRUE(contains(build("vi").out, "đã lập chỉ mục 1 báo cáo, 1 đoạn; bỏ qua 0;"));
    EXPECT_EQ(published(), "gen-000002");
}

TEST_F(IndexBuild, BadFilesAreOneLineEachAndTheRunGoesOn) {
    write("good.txt", report);
    write("empty.txt", "");
    write("binary.txt", std::string("\x7F"
                                    "ELF\0\0\0\1\2\3",
                                    10));
    write("latin1.txt", "B\xE1o c\xE1o");
    write("utf16.txt", std::string("\xFF\xFE"
                                   "B\0a\0",
                                   6));
    write("bad.jsonl",
          "{\"id\": 1}\n{not json\n{\"id\": \"j1\", \"text\": \"Nuôi ong lấy mật ở Bản Liền.\"}\n");
    write("folder.txt/inside.txt", "Báo cáo nuôi cá nước lạnh tại thôn.\n");
    const fs::path huge = write("huge.txt", "x");
    fs::resize_file(huge, 200U << 20U);
    fs::create_symlink("loop.txt", folder_.path() / "corpus" / "loop.txt");

    const Outcome outcome = build();
    EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
    for (const std::string name : {"empty.txt", "binary.txt", "latin1.txt", "bad.jsonl:1",
                                   "bad.jsonl:2", "folder.txt", "huge.txt", "loop.txt"}) {
        std::size_t lines = 0;
        for (std::size_t at = outcome.out.find(name + ": "); at != std::string::npos;
             at = outcome.out.find(name + ": ", at + 1)) {
            ++lines;
        }
        EXPECT_EQ(lines, 1U) << name << '\n' << outcome.out;
    }
    EXPECT_TRUE(contains(outcome.out, "indexed 4 reports")) << outcome.out;
    const auto manifest =
        nlohmann::json::parse(read_bytes(index_folder() / "gen-000001" / "manifest.json"));
    EXPECT_EQ(manifest.at("skipped").size(), 8U);
    EXPECT_EQ(manifest.at("reports"), 4);
}

TEST_F(IndexBuild, OfficeFilesAreReadBySuffixAndContent) {
    const fs::path fixtures = fs::path(COMMSEARCH_SOURCE_DIR) / "tests/indexer/formats";
    write("1.docx", read_bytes(fixtures / "1.docx"));
    write("2.doc", read_bytes(fixtures / "2.rtf"));
    write("3.pdf", read_bytes(fixtures / "3.pdf"));
    write("~$1.docx", "lock");
    const Outcome outcome = build();
    EXPECT_EQ(outcome.exit_code, 0) << outcome.out;
    EXPECT_TRUE(contains(outcome.out, "Read 3 files (not counting 1 of other formats); indexed 3"))
        << outcome.out;
    EXPECT_EQ(search({"dịch tả lợn châu Phi"}).exit_code, 0);
}

TEST_F(IndexBuild, AMissingProgramIsOneLineThatNamesItsPackage) {
    const fs::path fixtures = fs::path(COMMSEARCH_SOURCE_DIR) / "tests/indexer/formats";
    write("a.txt", report);
    for (const std::string name : {"1.pdf", "2.pdf", "3.pdf"})
        write(name, read_bytes(fixtures / name));
    const Outcome outcome = run_program(
        {.command = {COMMSEARCH_INDEX_PROGRAM, "build", "--quiet", "--corpus",
                     (folder_.path() / "corpus").string(), "--index", index_folder().string()},
         .environment = {{"LANG", "en"}, {"PATH", folder_.path().string()}},
         .input = {},
         .folder = folder_.path()});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_TRUE(
        contains(outcome.out,
                 "1.pdf: and 2 more: the program pdftotext is missing; install the package "
                 "poppler-utils (apt-get install poppler-utils) and run again\nRead 4 files; "
                 "indexed 1 reports"))
        << outcome.out;
}

TEST_F(IndexBuild, AFailedBuildLeavesTheServedGeneration) {
    const fs::path file = write("a.txt", report);
    ASSERT_EQ(build().exit_code, 0);
    fs::remove(file);
    const Outcome empty = build();
    EXPECT_EQ(empty.exit_code, 3);
    EXPECT_TRUE(contains(empty.err, "no report could be read")) << empty.err;
    EXPECT_EQ(published(), "gen-000001");
    EXPECT_EQ(search({"chè"}).exit_code, 0);
    fs::remove_all(folder_.path() / "corpus");
    EXPECT_EQ(build().exit_code, 3) << "a corpus folder that is not there";
    EXPECT_EQ(search({"chè"}).exit_code, 0);
    std::size_t entries = 0;
    for (const auto& entry : fs::directory_iterator(index_folder())) {
        EXPECT_FALSE(entry.path().filename().string().starts_with("building-")) << entry.path();
        ++entries;
    }
    EXPECT_EQ(entries, 5U) << "CURRENT, .lock, last-run.json, the store and one generation";
}

TEST_F(IndexBuild, AFolderOfOtherThingsIsNotWrittenInto) {
    write("a.txt", report);
    folder_.write("index/photo.jpg", "precious");
    const Outcome outcome = build();
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_TRUE(contains(outcome.err, "holds other data")) << outcome.err;
    EXPECT_EQ(read_bytes(index_folder() / "photo.jpg"), "precious");
}

TEST_F(IndexBuild, TwoBuildsAtOnceExit3) {
    write("a.txt", report);
    ASSERT_EQ(build().exit_code, 0);
    const int lock = ::open((index_folder() / ".lock").c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_GE(lock, 0);
    ASSERT_EQ(::flock(lock, LOCK_EX), 0);
    const Outcome outcome = build();
    ::close(lock);
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_TRUE(contains(outcome.err, "another build is running")) << outcome.err;
    EXPECT_EQ(build().exit_code, 0);
}

TEST_F(IndexBuild, OldGenerationsAreRemoved) {
    write("a.txt", report);
    for (int i = 0; i < 5; ++i) ASSERT_EQ(build().exit_code, 0);
    EXPECT_FALSE(fs::exists(index_folder() / "gen-000002"));
    EXPECT_TRUE(fs::exists(index_folder() / "gen-000003"));
    EXPECT_EQ(published(), "gen-000005");
}

TEST_F(IndexBuild, PassageIdsOutliveARebuild) {
    write("a.txt", report);
    const auto ids = [&] {
        const auto answer = nlohmann::json::parse(search({"--json", "chè"}).out);
        return answer.at("reports").at(0).at("passages").at(0).at("id").get<std::string>();
    };
    ASSERT_EQ(build().exit_code, 0);
    const std::string before = ids();
    write("0.txt", report + std::string("Thêm một dòng về cây quế.\n"));
    ASSERT_EQ(build().exit_code, 0);
    const auto answer = nlohmann::json::parse(search({"--json", "chè", "--limit", "5"}).out);
    bool found = false;
    for (const auto& hit : answer.at("reports")) {
        for (const auto& passage : hit.at("passages")) found = found || passage.at("id") == before;
    }
    EXPECT_TRUE(found) << before;
}

TEST_F(IndexBuild, ADamagedOrForeignIndexExits3WithTheMendingCommand) {
    write("a.txt", report);
    ASSERT_EQ(build().exit_code, 0);
    const fs::path database = index_folder() / "gen-000001" / "passages.xapian";
    fs::resize_file(database, 100);
    const Outcome truncated = search({"chè"});
    EXPECT_EQ(truncated.exit_code, 3);
    EXPECT_TRUE(contains(truncated.err, "commsearch-index build --corpus DIR --index"))
        << truncated.err;
    folder_.write("index/CURRENT", "../../etc\n");
    EXPECT_EQ(search({"chè"}).exit_code, 3);
    folder_.write("index/CURRENT", "gen-000009\n");
    EXPECT_EQ(search({"chè"}).exit_code, 3);
}

}  // namespace
}  // namespace commsearch
