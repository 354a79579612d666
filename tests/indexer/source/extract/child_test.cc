#include "indexer/source/extract/child.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace commsearch {
namespace {

namespace fs = std::filesystem;
using End = ChildOutcome::End;

ChildOutcome run_shell(const std::string& script, const ChildLimits& limits = {}, int input = -1) {
    const PrivateFolder folder;
    return run_child({"/bin/sh", {"-c", script}, input, folder.path()}, limits);
}

std::size_t open_descriptors() {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()));
}

TEST(Child, GivesOutputComplaintAndCode) {
    const ChildOutcome outcome = run_shell("echo chữ; echo lỗi >&2; exit 7");
    EXPECT_EQ(outcome.end, End::exited);
    EXPECT_EQ(outcome.code, 7);
    EXPECT_EQ(outcome.output, "chữ\n");
    EXPECT_EQ(outcome.complaint, "lỗi\n");
    EXPECT_FALSE(outcome.succeeded());
    EXPECT_TRUE(run_shell("true").succeeded());
}

TEST(Child, ReadsItsInputFromTheStartAndElseNothing) {
    const PrivateFolder folder;
    const fs::path file = folder.path() / "a";
    std::ofstream(file) << "một hai";
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    ::lseek(descriptor, 4, SEEK_SET);
    EXPECT_EQ(run_shell("cat", {}, descriptor).output, "một hai");
    EXPECT_EQ(run_shell("cat", {}, descriptor).output, "một hai");
    ::close(descriptor);
    EXPECT_EQ(run_shell("cat").output, "");
}

TEST(Child, InheritsNeitherDescriptorsNorEnvironment) {
    // Without close-on-exec, as a library might leave it.
    const int leaked = ::open("/dev/null", O_RDONLY);  // NOLINT
    ASSERT_GE(leaked, 3);
    ::setenv("COMMSEARCH_SECRET", "x", 1);
    const ChildOutcome outcome = run_shell("ls /proc/$$/fd; env | cut -d= -f1 | sort; umask");
    ::close(leaked);
    ::unsetenv("COMMSEARCH_SECRET");
    EXPECT_TRUE(outcome.output.starts_with("0\n1\n2\n")) << outcome.output;
    EXPECT_EQ(outcome.output.find("SECRET"), std::string::npos);
    EXPECT_NE(outcome.output.find("LC_ALL"), std::string::npos);
    EXPECT_EQ(outcome.output.find("\n3\n"), std::string::npos) << outcome.output;
}

TEST(Child, EndsAtItsLimits) {
    ChildLimits limits;
    limits.wall = std::chrono::seconds(1);
    EXPECT_EQ(run_shell("sleep 30", limits).end, End::too_long);
    limits = {};
    limits.cpu = std::chrono::seconds(1);
    limits.wall = std::chrono::minutes(10);
    EXPECT_EQ(run_shell("while :; do :; done", limits).end, End::too_long);
    limits = {};
    limits.output = 1 << 20;
    const ChildOutcome loud = run_shell("yes", limits);
    EXPECT_EQ(loud.end, End::too_much_output);
    EXPECT_EQ(loud.output.size(), limits.output);
    limits = {};
    limits.written = 1 << 20;
    EXPECT_FALSE(run_shell("exec head -c 2000000 /dev/zero >big", limits).succeeded());
    limits = {};
    limits.memory = 64 << 20;
    // tail keeps a line that never ends.
    EXPECT_FALSE(run_shell("exec tail -n 1 /dev/zero", limits).succeeded());
}

TEST(Child, TakesWhatItStartedWithIt) {
    ChildLimits limits;
    limits.wall = std::chrono::seconds(1);
    const ChildOutcome outcome = run_shell("sleep 300 & echo $!; wait", limits);
    if (outcome.output.empty()) GTEST_SKIP() << "the limit on processes let none start";
    const fs::path status = "/proc/" + std::to_string(std::stol(outcome.output)) + "/stat";
    for (int i = 0; i < 100; ++i) {
        std::ifstream file(status);
        std::string number, name, state;
        if (!(file >> number >> name >> state) || state == "Z" || state == "X") return;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    FAIL() << "a process outlives the child that started it";
}

TEST(Child, HasNoNetwork) {
    const PrivateFolder folder;
    const ChildOutcome outcome =
        run_child({"/bin/bash", {"-c", "echo >/dev/tcp/127.0.0.1/1"}, -1, folder.path()}, {});
    EXPECT_NE(outcome.code, 0);
    EXPECT_EQ(outcome.complaint.find("refused"), std::string::npos) << outcome.complaint;
    EXPECT_NE(outcome.complaint.find("Permission denied"), std::string::npos) << outcome.complaint;
}

ChildOutcome call(const std::string& name) {
    const PrivateFolder folder;
    return run_child({COMMSEARCH_SYSTEM_CALL, {name}, -1, folder.path()}, {});
}

TEST(Child, MayNotCallTheKernelForMoreThanReading) {
    EXPECT_EQ(call("getpid").code, 0);
    for (const std::string name : {"socket", "io_uring", "ptrace", "unshare"}) {
        const ChildOutcome outcome = call(name);
        EXPECT_EQ(outcome.end, End::exited) << name;
        EXPECT_EQ(outcome.code, EACCES) << name;
    }
}

TEST(Child, MayNotCallTheKernelInAnotherArchitecturesWay) {
#ifdef __x86_64__
    for (const std::string name : {"int 0x80", "x32"}) {
        const ChildOutcome outcome = call(name);
        EXPECT_EQ(outcome.end, End::signalled) << name;
        EXPECT_EQ(outcome.code, SIGSYS) << name;
    }
#else
    GTEST_SKIP() << "x86-64 only";
#endif
}

TEST(Child, SaysThatAProgramCannotBeRun) {
    const PrivateFolder folder;
    EXPECT_EQ(run_child({"/nonexistent/program", {}, -1, folder.path()}, {}).end, End::not_started);
    EXPECT_EQ(run_shell("kill -SEGV $$").end, End::signalled);
}

TEST(Child, LeaksNothingFromManyThreads) {
    const std::size_t before = open_descriptors();
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([i] {
                for (int k = 0; k < 20; ++k) {
                    const std::string word = std::to_string(i * 100 + k);
                    EXPECT_EQ(run_shell("ls /proc/$$/fd; echo " + word).output,
                              "0\n1\n2\n" + word + "\n");
                }
            });
        }
    }
    EXPECT_EQ(open_descriptors(), before);
}

TEST(Child, RemovesItsFolder) {
    fs::path path;
    {
        const PrivateFolder folder;
        path = folder.path();
        std::ofstream(path / "a") << "x";
        EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_all);
    }
    EXPECT_FALSE(fs::exists(path));
}

}  // namespace
}  // namespace commsearch
