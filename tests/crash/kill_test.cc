// Builds that are killed while somebody searches.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "analyzers/base/message.h"
#include "tests/crash/night.h"

namespace commsearch {
namespace {

/// Starts a build, kills it after `delay` and waits for its end. True when it was killed, false
/// when it was faster.
bool build_and_kill(const Night& night, std::chrono::microseconds delay) {
    std::vector<std::string> words = night.command(night.index());
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::vector<std::string> variables;
    for (const auto& [name, value] : night.environment({}))
        variables.push_back(std::string(name).append("=").append(value));
    std::vector<char*> environment;
    for (std::string& variable : variables) environment.push_back(variable.data());
    environment.push_back(nullptr);
    pid_t child = 0;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    for (const int output : {STDOUT_FILENO, STDERR_FILENO})
        ::posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0);
    EXPECT_EQ(::posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(),
                            environment.data()),
              0);
    ::posix_spawn_file_actions_destroy(&actions);
    std::this_thread::sleep_for(delay);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

/// Searches all the time and holds every answer against what it has to be.
class Reader {
public:
    explicit Reader(const Night& night)
        : index_(night.index()), reports_(night.reports()), thread_([this] { run(); }) {}
    ~Reader() { stop(); }

    /// From now on the index has to be `generation` or newer.
    void acknowledge(const std::string& generation) {
        const std::lock_guard lock(mutex_);
        acknowledged_ = generation;
    }
    void stop() {
        stopped_ = true;
        if (thread_.joinable()) thread_.join();
    }
    /// Waits until it has asked so many queries in all.
    void wait_for(std::size_t queries) const {
        while (queries_ < queries) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }

    std::atomic<std::size_t> queries_ = 0, failed_ = 0, wrong_ = 0, lost_ = 0;
    std::string first_error_;

private:
    void run() {
        while (!stopped_) {
            const std::string oldest = [&] {
                const std::lock_guard lock(mutex_);
                return acknowledged_;
            }();
            try {
                check(read_index(index_), oldest);
            } catch (const Error& error) {
                if (failed_++ == 0) first_error_ = error.what();
            }
            queries_ += 2;
        }
    }

    void check(const IndexReading& reading, const std::string& oldest) {
        if (reading.reports != reports_) ++lost_;
        const auto [known, is_new] = marks_.emplace(reading.generation, reading.mark);
        if (reading.mark.empty() || known->second != reading.mark || reading.generation < oldest)
            ++wrong_;
    }

    std::filesystem::path index_;
    std::size_t reports_;
    std::map<std::string, std::string> marks_;  ///< by generation
    std::mutex mutex_;
    std::string acknowledged_;
    std::atomic<bool> stopped_ = false;
    std::thread thread_;
};

TEST(Kill, AReaderNoticesNothing) {
    Night night(1);
    ASSERT_EQ(night.build().exit_code, 0);
    night.change();
    const auto begin = std::chrono::steady_clock::now();
    const long calls = night.calls("kill");
    const auto duration = std::chrono::steady_clock::now() - begin;
    ASSERT_GT(calls, 30);
    Reader reader(night);
    reader.acknowledge("gen-000001");
    std::size_t killed = 0;
    const std::size_t wanted = times(12, 200);
    for (std::size_t i = 0; killed < wanted; ++i) {
        night.change();
        if (i % 2 == 0) {
            const auto limit =
                static_cast<std::uint64_t>(
                    std::chrono::duration_cast<std::chrono::microseconds>(duration).count()) +
                1;
            if (build_and_kill(night, std::chrono::microseconds(night.random()() % limit)))
                ++killed;
        } else {
            const auto at = 1 + night.random()() % static_cast<std::uint64_t>(calls);
            const Outcome outcome = night.build(
                {{"COMMSEARCH_FAULT_ACTION", "kill"}, {"COMMSEARCH_FAULT_AT", std::to_string(at)}});
            if (outcome.exit_code == 128 + SIGKILL) ++killed;
        }
        if (i % 8 != 7) continue;
        const Outcome outcome = night.build();
        ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
        const IndexReading reading = read_index(night.index());
        EXPECT_EQ(reading.mark, night.mark());
        reader.acknowledge(reading.generation);
    }
    reader.wait_for(times(200, 10'000));
    reader.stop();
    std::printf(
        "%zu kills while a reader asked %zu queries: %zu wrong, %zu with lost reports, %zu "
        "failed\n",
        killed, reader.queries_.load(), reader.wrong_.load(), reader.lost_.load(),
        reader.failed_.load());
    EXPECT_EQ(reader.wrong_, 0U);
    EXPECT_EQ(reader.lost_, 0U);
    EXPECT_EQ(reader.failed_, 0U) << reader.first_error_;
    ASSERT_EQ(night.build().exit_code, 0);
    EXPECT_EQ(served_digest(night.index()), night.fresh_digest());
}

}  // namespace
}  // namespace commsearch
