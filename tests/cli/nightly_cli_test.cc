// What runs every night: the gate, two builds at once, going back, checks and their exit codes.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
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
using nlohmann::json;

std::string report(const std::string& commune, const std::string& about) {
    return "UBND XÃ " + commune + "\nSố: 12/BC-UBND\n\n" + commune +
           ", ngày 20 tháng 6 năm 2024\n\nBÁO CÁO\nKết quả thực hiện nhiệm vụ tháng 6 năm 2024\n\n"
           "1. Nông nghiệp\n" +
           about + " đạt 120 ha, tăng 5 ha so với cùng kỳ.\n";
}

/// An index of ten reports and what may happen to it.
class Nightly : public testing::Test {
protected:
    Nightly() {
        for (int i = 0; i < 10; ++i) write(i, "Diện tích chè hữu cơ");
    }

    fs::path write(int number, const std::string& about) {
        return folder_.write("corpus/" + std::to_string(number) + ".txt",
                             report("BẢN LIỀN", about));
    }
    fs::path index() const { return folder_.path() / "index"; }
    Outcome run(const std::string& program, Arguments arguments) {
        arguments.insert(arguments.begin(), program);
        return run_program(
            {.command = std::move(arguments),
             .environment = {{"LANG", "en_US.UTF-8"}, {"COMMSEARCH_INDEX", index().string()}},
             .input = {},
             .folder = folder_.path()});
    }
    Outcome command(Arguments arguments) {
        return run(COMMSEARCH_INDEX_PROGRAM, std::move(arguments));
    }
    Outcome build(Arguments options = {}) {
        options.insert(options.begin(), {"build", "--corpus", "corpus"});
        return command(std::move(options));
    }
    Outcome search(const std::string& query) { return run(COMMSEARCH_PROGRAM, {query}); }
    std::string published() const {
        const std::string current = read_bytes(index() / "CURRENT");
        return current.substr(0, current.find('\n'));
    }
    /// A build that has to be refused with `code` and `reason`; the index stays.
    void expect_refused(const Arguments& options, const std::string& code,
                        const std::string& reason) {
        const std::string before = published();
        Arguments with_json = options;
        with_json.emplace_back("--json");
        const Outcome outcome = build(with_json);
        EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
        EXPECT_TRUE(contains(outcome.err, "not published: ")) << outcome.err;
        EXPECT_TRUE(contains(outcome.err, reason)) << outcome.err;
        const json result = json::parse(outcome.out);
        EXPECT_EQ(result.at("result"), "refused");
        EXPECT_EQ(result.at("refusals").at(0).at("code"), code) << outcome.out;
        EXPECT_EQ(published(), before);
        const Outcome status = command({"status", "--json"});
        EXPECT_EQ(status.exit_code, 1);
        EXPECT_EQ(json::parse(status.out).at("last_run").at("refusals").at(0).at("code"), code);
        EXPECT_EQ(search("chè").exit_code, 0);
    }

    TempFolder folder_;
};

TEST_F(Nightly, TheGateRefusesWhenReportsFall) {
    ASSERT_EQ(build().exit_code, 0);
    fs::remove(folder_.path() / "corpus/1.txt");
    EXPECT_EQ(build().exit_code, 0) << "ten percent less are allowed";
    fs::remove(folder_.path() / "corpus/2.txt");
    expect_refused({}, "fall", "only 8 reports where there were 9: 11.1 % less");
    expect_refused({"--max-fall", "5"}, "fall", "more than the 5.0 % allowed");
    EXPECT_EQ(build({"--max-fall", "20"}).exit_code, 0);
    EXPECT_EQ(command({"status"}).exit_code, 0);
}

TEST_F(Nightly, AReasonOverrulesTheGateAndIsKept) {
    ASSERT_EQ(build().exit_code, 0);
    for (int i = 1; i < 5; ++i)
        fs::remove(folder_.path() / "corpus" / (std::to_string(i) + ".txt"));
    ASSERT_EQ(build({"--force", "communes merged"}).exit_code, 0);
    const json manifest = json::parse(read_bytes(index() / published() / "manifest.json"));
    EXPECT_EQ(manifest.at("forced"), "communes merged");
    EXPECT_EQ(manifest.at("refusals").at(0).at("code"), "fall");
    EXPECT_TRUE(contains(command({"status"}).out, "Published with --force: communes merged"));
}

TEST_F(Nightly, TheGateRefusesWhenTooMuchIsSkipped) {
    ASSERT_EQ(build().exit_code, 0);
    for (int i = 0; i < 3; ++i) folder_.write("corpus/bad" + std::to_string(i) + ".txt", "");
    expect_refused({}, "skipped", "3 documents skipped (23.1 %)");
    EXPECT_EQ(build({"--max-skipped", "30"}).exit_code, 1);
    EXPECT_EQ(build().exit_code, 1) << "no more than before";
}

TEST_F(Nightly, TheGateAsksForCommunesAndGoldenQueries) {
    write(3, "Sản lượng quế hồi khai thác từ rừng trồng của các hộ gia đình");
    folder_.write("communes.txt", "# của huyện Bắc Hà\nXã Bản Liền\n");
    folder_.write("golden.txt", "quế\t3.txt\nnông nghiệp\n");
    const Arguments gate = {"--require-communes", "communes.txt", "--golden", "golden.txt"};
    const Outcome first = build(gate);
    ASSERT_EQ(first.exit_code, 0) << first.err;
    folder_.write("communes.txt", "bản liền\nxã Không Có\n");
    expect_refused(gate, "commune", "there is no report of “xã Không Có”");
    folder_.write("communes.txt", "xã Bản Liền\n");
    folder_.write("golden.txt", "quế\tkhong-co.txt\n");
    expect_refused(gate, "golden", "no longer has khong-co.txt among its first 10 reports");
    folder_.write("golden.txt", "xyzzy\n");
    expect_refused(gate, "golden", "the golden query “xyzzy” finds nothing");
    EXPECT_EQ(build({"--golden", "absent.txt"}).exit_code, 2);
}

TEST_F(Nightly, TheGateKeepsTheDiskFromFilling) {
    ASSERT_EQ(build().exit_code, 0);
    expect_refused({"--min-free", "900000000"}, "disk", "would fill");
}

TEST_F(Nightly, TwoBuildsAtOnceNameTheHolder) {
    ASSERT_EQ(build().exit_code, 0);
    const int lock = ::open((index() / ".lock").c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_GE(lock, 0);
    ASSERT_EQ(::flock(lock, LOCK_EX), 0);
    ASSERT_EQ(::ftruncate(lock, 0), 0);
    ASSERT_GT(::write(lock, "process 4711 since 2026-01-01T00:00:00Z\n", 40), 0);
    const Outcome outcome = build({"--json"});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_TRUE(contains(outcome.err, "(process 4711 since 2026-01-01T00:00:00Z)")) << outcome.err;
    EXPECT_EQ(json::parse(outcome.out).at("result"), "failed");
    const Outcome status = command({"status"});
    EXPECT_EQ(status.exit_code, 0) << "the other build's business is not spoilt";
    EXPECT_TRUE(contains(status.out, "Locked by: process 4711")) << status.out;
    for (const char* const name : {"rollback", "prune --keep 1"}) {
        const Arguments words = name == std::string("rollback") ? Arguments{"rollback"}
                                                                : Arguments{"prune", "--keep", "1"};
        EXPECT_EQ(command(words).exit_code, 3) << name;
    }
    ::close(lock);
    EXPECT_EQ(build().exit_code, 0) << "a lock without its process does not block";
}

TEST_F(Nightly, RollbackServesAnOlderGeneration) {
    ASSERT_EQ(build().exit_code, 0);
    EXPECT_EQ(command({"rollback"}).exit_code, 2) << "there is none";
    write(3, "Diện tích hồi");
    ASSERT_EQ(build().exit_code, 0);
    EXPECT_EQ(search("hồi").exit_code, 0);
    const Outcome back = command({"rollback"});
    EXPECT_EQ(back.exit_code, 0) << back.err;
    EXPECT_EQ(published(), "gen-000001");
    EXPECT_EQ(run(COMMSEARCH_PROGRAM, {"--exact", "hồi"}).exit_code, 1);
    EXPECT_EQ(command({"rollback", "gen-000002"}).exit_code, 0);
    EXPECT_EQ(search("hồi").exit_code, 0);
    EXPECT_EQ(command({"rollback", "gen-000009"}).exit_code, 2);
    EXPECT_EQ(command({"rollback", "../etc"}).exit_code, 2);
    ASSERT_EQ(command({"rollback", "gen-000001"}).exit_code, 0);
    ASSERT_EQ(build().exit_code, 0);
    EXPECT_EQ(published(), "gen-000003") << "no name is used twice";
}

TEST_F(Nightly, ListAndPruneKnowTheGenerations) {
    for (int i = 0; i < 4; ++i) ASSERT_EQ(build({"--keep", "5"}).exit_code, 0);
    const Outcome list = command({"list"});
    EXPECT_TRUE(contains(list.out, "  gen-000001  ")) << list.out;
    EXPECT_TRUE(contains(list.out, "* gen-000004  ")) << list.out;
    ASSERT_EQ(command({"rollback", "gen-000002"}).exit_code, 0);
    EXPECT_EQ(command({"prune", "--keep", "1"}).out, "Removed 2 generations\n");
    EXPECT_EQ(published(), "gen-000002");
    EXPECT_TRUE(fs::exists(index() / "gen-000002"));
    EXPECT_TRUE(fs::exists(index() / "gen-000004"));
    EXPECT_EQ(command({"prune"}).exit_code, 2);
}

/// Turns one bit of a file around.
void flip(const fs::path& path, std::uintmax_t at, int bit) {
    std::string bytes = read_bytes(path);
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
    const int file = ::open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
    ASSERT_EQ(::write(file, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    ::close(file);
}

TEST_F(Nightly, CheckFindsAFlippedBitAndNamesTheMendingCommand) {
    ASSERT_EQ(build().exit_code, 0);
    EXPECT_EQ(command({"check"}).exit_code, 0);
    EXPECT_EQ(command({"check", "--deep"}).exit_code, 0);
    const fs::path database = index() / "gen-000001/passages.xapian";
    flip(database, fs::file_size(database) / 2, 3);
    const Outcome alone = command({"check"});
    EXPECT_EQ(alone.exit_code, 3);
    EXPECT_TRUE(contains(alone.out, "passages.xapian is damaged: the MiB from byte 0"))
        << alone.out;
    EXPECT_TRUE(contains(alone.out, "Run: commsearch-index build --corpus DIR --index"))
        << alone.out;
    ASSERT_EQ(build().exit_code, 0);
    EXPECT_EQ(command({"check"}).exit_code, 0);
    EXPECT_EQ(command({"check", "gen-000001"}).exit_code, 3);
    EXPECT_EQ(command({"rollback"}).exit_code, 2) << "no sound one";
    EXPECT_EQ(command({"rollback", "gen-000001"}).exit_code, 3);
    ASSERT_EQ(build().exit_code, 0);
    flip(index() / "CURRENT", 9, 0);  // gen-000003 becomes gen-000002
    const Outcome swapped = command({"check"});
    EXPECT_EQ(swapped.exit_code, 3) << swapped.out;
    EXPECT_TRUE(contains(swapped.err, "CURRENT is damaged")) << swapped.err;
    EXPECT_TRUE(contains(swapped.err, "run: commsearch-index rollback")) << swapped.err;
}

TEST_F(Nightly, StatusTellsOfBuildsThatFailedOrDied) {
    EXPECT_EQ(command({"status"}).exit_code, 2) << "no index yet";
    ASSERT_EQ(build({"--metrics-file", "m.prom"}).exit_code, 0);
    EXPECT_TRUE(contains(read_bytes(folder_.path() / "m.prom"), "\ncommsearch_index_reports 10\n"));
    EXPECT_TRUE(contains(read_bytes(folder_.path() / "m.prom"), "\ncommsearch_build_success 1\n"));
    fs::rename(folder_.path() / "corpus", folder_.path() / "away");
    EXPECT_EQ(build({"--metrics-file", "m.prom"}).exit_code, 3);
    EXPECT_TRUE(contains(read_bytes(folder_.path() / "m.prom"), "\ncommsearch_build_success 0\n"));
    const Outcome failed = command({"status"});
    EXPECT_EQ(failed.exit_code, 1);
    EXPECT_TRUE(contains(failed.out, "failed: ")) << failed.out;
    folder_.write("index/last-run.json",
                  R"({"version": 1, "result": "running", "started": "2026-01-01T00:00:00Z",
                      "ended": "", "seconds": 0, "generation": "", "files": 0, "reused": 0,
                      "reports": 0, "passages": 0, "skipped": 0, "refusals": []})");
    const Outcome died = command({"status"});
    EXPECT_EQ(died.exit_code, 1);
    EXPECT_TRUE(contains(died.out, "was interrupted")) << died.out;
    folder_.write("index/last-run.json", "{");
    EXPECT_EQ(command({"status"}).exit_code, 0) << "a damaged record is none";
}

TEST_F(Nightly, LogsAreOneLineAnEvent) {
    const Outcome outcome = build();
    ASSERT_EQ(outcome.exit_code, 0);
    for (const std::string event : {"begins: 10 files\n", "read: 10 reports, 0 files unchanged",
                                    "merging\n", "published gen-000001\n"}) {
        EXPECT_TRUE(contains(outcome.err, "commsearch-index: " + event)) << outcome.err;
    }
    EXPECT_EQ(build({"--quiet"}).err, "");
}

}  // namespace
}  // namespace commsearch
