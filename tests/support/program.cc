#include "tests/support/program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace commsearch {
namespace {

/// Throws when a POSIX call gave -1.
int checked(int result, const char* call) {
    if (result < 0) throw std::system_error(errno, std::generic_category(), call);
    return result;
}

/// An open file that is closed at the end.
class File {
public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    File& operator=(File&&) = delete;
    ~File() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

File opened(const std::filesystem::path& path, int flags) {
    return File(checked(::open(path.c_str(), flags | O_CLOEXEC, 0600), "open"));
}

/// Where a program writes, and for a terminal the end that a person would look at.
struct Stdout {
    File written;
    File watched{-1};
};

Stdout new_terminal(unsigned short columns) {
    File watched(checked(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), "posix_openpt"));
    checked(::grantpt(watched.descriptor()), "grantpt");
    checked(::unlockpt(watched.descriptor()), "unlockpt");
    std::array<char, 128> name{};
    checked(-::ptsname_r(watched.descriptor(), name.data(), name.size()), "ptsname_r");
    File written = opened(name.data(), O_RDWR | O_NOCTTY);
    winsize size{};
    size.ws_row = 25;
    size.ws_col = columns;
    checked(::ioctl(written.descriptor(), TIOCSWINSZ, &size), "TIOCSWINSZ");
    return {.written = std::move(written), .watched = std::move(watched)};
}

Stdout new_stdout(const Invocation& invocation, const std::filesystem::path& file) {
    switch (invocation.output) {
        case Invocation::Output::terminal:
            return new_terminal(invocation.columns);
        case Invocation::Output::closed_pipe: {
            std::array<int, 2> ends{};
            checked(::pipe2(ends.data(), O_CLOEXEC), "pipe2");
            ::close(ends[0]);
            return {.written = File(ends[1])};
        }
        case Invocation::Output::full_device:
            return {.written = opened("/dev/full", O_WRONLY)};
        case Invocation::Output::file:
            break;
    }
    return {.written = opened(file, O_CREAT | O_RDWR)};
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> all;
    all.reserve(strings.size() + 1);
    for (std::string& string : strings) all.push_back(string.data());
    all.push_back(nullptr);
    return all;
}

pid_t spawn(const Invocation& invocation, const std::array<int, 3>& descriptors) {
    std::vector<std::string> command = invocation.command;
    std::vector<std::string> environment = environment_lines(invocation.environment);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    for (int i = 0; i < 3; ++i)
        ::posix_spawn_file_actions_adddup2(&actions, descriptors.at(static_cast<std::size_t>(i)),
                                           i);
    if (!invocation.folder.empty())
        ::posix_spawn_file_actions_addchdir_np(&actions, invocation.folder.c_str());
    pid_t process = 0;
    const int error = ::posix_spawn(&process, command.at(0).c_str(), &actions, nullptr,
                                    pointers(command).data(), pointers(environment).data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::system_error(error, std::generic_category(), command.at(0));
    return process;
}

/// Moves what a terminal shows to `out`; waits up to 2 ms for it.
void watch(const File& terminal, std::string& out) {
    pollfd ready{.fd = terminal.descriptor(), .events = POLLIN, .revents = 0};
    std::array<char, 4096> buffer{};
    while (::poll(&ready, 1, 2) > 0 && (ready.revents & POLLIN) != 0) {
        const ssize_t size = ::read(terminal.descriptor(), buffer.data(), buffer.size());
        if (size <= 0) return;
        out.append(buffer.data(), static_cast<std::size_t>(size));
    }
}

/// Waits for the end of a process, which is killed when it takes too long.
int wait_for(pid_t process, const Invocation& invocation, const File& terminal, std::string& out) {
    const auto end = std::chrono::steady_clock::now() + invocation.time_limit * patience;
    int status = 0;
    while (checked(::waitpid(process, &status, WNOHANG), "waitpid") == 0) {
        watch(terminal, out);
        if (std::chrono::steady_clock::now() < end) continue;
        ::kill(process, SIGKILL);
        ::waitpid(process, &status, 0);
        throw std::runtime_error(invocation.command.at(0) + " takes too long");
    }
    watch(terminal, out);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

TempFolder::TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "commsearch-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw std::system_error(errno, std::generic_category(), name);
    path_ = name;
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TempFolder::write(const std::filesystem::path& name,
                                        std::string_view bytes) const {
    std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

std::string read_bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> environment_lines(std::map<std::string, std::string> variables) {
    for (const char* const name : {"PATH", "COMMSEARCH_CONFIG", "ASAN_OPTIONS", "LSAN_OPTIONS",
                                   "UBSAN_OPTIONS", "TSAN_OPTIONS"})
        if (const char* const value = std::getenv(name)) variables.emplace(name, value);
    std::vector<std::string> lines;
    lines.reserve(variables.size());
    for (const auto& [name, value] : variables) lines.push_back(name + '=' + value);
    return lines;
}

Outcome run_program(const Invocation& invocation) {
    const TempFolder folder;
    const File in = opened(folder.write("in", invocation.input), O_RDONLY);
    const File err = opened(folder.path() / "err", O_CREAT | O_RDWR);
    const Stdout out = new_stdout(invocation, folder.path() / "out");
    const pid_t process =
        spawn(invocation, {in.descriptor(), out.written.descriptor(), err.descriptor()});
    Outcome outcome;
    outcome.exit_code = wait_for(process, invocation, out.watched, outcome.out);
    if (invocation.output == Invocation::Output::file)
        outcome.out = read_bytes(folder.path() / "out");
    outcome.err = read_bytes(folder.path() / "err");
    return outcome;
}

Outcome run_in(const std::filesystem::path& folder, std::vector<std::string> command,
               const std::string& locale) {
    return run_program({.command = std::move(command),
                        .environment = {{"LANG", locale}},
                        .input = {},
                        .folder = folder});
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace commsearch
