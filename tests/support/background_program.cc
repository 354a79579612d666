#include "tests/support/background_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace commsearch {
namespace {

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> all;
    for (std::string& string : strings) all.push_back(string.data());
    all.push_back(nullptr);
    return all;
}

std::array<int, 2> new_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe2");
    return ends;
}

}  // namespace

BackgroundProgram::BackgroundProgram(std::vector<std::string> command,
                                     const std::map<std::string, std::string>& environment) {
    const std::array<int, 2> in = new_pipe();
    const std::array<int, 2> out = new_pipe();
    const std::string error_file = (folder_.path() / "err").string();
    const int err = ::open(error_file.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    std::vector<std::string> variables = environment_lines(environment);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in[0], 0);
    ::posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    ::posix_spawn_file_actions_adddup2(&actions, err, 2);
    const int error = ::posix_spawn(&process_, command.at(0).c_str(), &actions, nullptr,
                                    pointers(command).data(), pointers(variables).data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    ::close(err);
    input_ = in[1];
    output_ = out[0];
    if (error != 0) throw std::system_error(error, std::generic_category(), command.at(0));
}

BackgroundProgram::~BackgroundProgram() {
    close_input();
    ::close(output_);
    if (process_ == 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

void BackgroundProgram::write(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(input_, text.data(), text.size());
        if (written < 0) throw std::system_error(errno, std::generic_category(), "write");
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

void BackgroundProgram::close_input() {
    if (input_ >= 0) ::close(input_);
    input_ = -1;
}

std::string BackgroundProgram::read_line(std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        if (const std::size_t at = buffer_.find('\n'); at != std::string::npos) {
            const std::string line = buffer_.substr(0, at);
            buffer_.erase(0, at + 1);
            return line;
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        pollfd ready{.fd = output_, .events = POLLIN, .revents = 0};
        if (left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) == 0)
            throw std::runtime_error("no line in time; errors: " + errors());
        std::array<char, 65536> block{};
        const ssize_t size = ::read(output_, block.data(), block.size());
        if (size <= 0) throw std::runtime_error("the program ended; errors: " + errors());
        buffer_.append(block.data(), static_cast<std::size_t>(size));
    }
}

void BackgroundProgram::signal(int number) const { ::kill(process_, number); }

int BackgroundProgram::wait(std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    int status = 0;
    while (::waitpid(process_, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > end)
            throw std::runtime_error("the program does not end");
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    process_ = 0;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace commsearch
