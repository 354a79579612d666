#include "indexer/source/extract/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "indexer/source/extract/pipe.h"
#include "indexer/source/extract/system_call_filter.h"
#include "indexer/source/extract/unique_fd.h"

namespace commsearch {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_complaint = 4096;
constexpr int not_started_code = 127;

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> all;
    all.reserve(strings.size() + 1);
    for (std::string& string : strings) all.push_back(string.data());
    all.push_back(nullptr);
    return all;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
/// A sanitizer reserves terabytes of addresses in each program built with it.
constexpr bool limits_memory = false;
#else
constexpr bool limits_memory = true;
#endif

/// All that the new process needs, made before it exists: between fork and exec a process with
/// threads may call nothing that allocates.
struct Preparation {
    std::vector<std::string> arguments;
    std::vector<std::string> environment;
    std::vector<char*> argv;
    std::vector<char*> envp;
    std::string folder;
    std::array<int, 3> standard{};
    std::array<std::pair<__rlimit_resource, rlim_t>, 6> limits{};
    std::vector<sock_filter> filter = system_call_filter();

    Preparation(const ChildCommand& command, const ChildLimits& allowed,
                const std::array<int, 3>& descriptors)
        : folder(command.folder.native()), standard(descriptors) {
        arguments.push_back(command.program.native());
        arguments.insert(arguments.end(), command.arguments.begin(), command.arguments.end());
        environment = {"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=" + folder, "TMPDIR=" + folder,
                       "OMP_THREAD_LIMIT=1"};
        argv = pointers(arguments);
        envp = pointers(environment);
        limits = {{{RLIMIT_CPU, static_cast<rlim_t>(allowed.cpu.count())},
                   {RLIMIT_AS, limits_memory ? allowed.memory : RLIM_INFINITY},
                   {RLIMIT_FSIZE, allowed.written},
                   {RLIMIT_NOFILE, 64},
                   {RLIMIT_NPROC, 0},
                   {RLIMIT_CORE, 0}}};
    }
    Preparation(const Preparation&) = delete;
    Preparation& operator=(const Preparation&) = delete;
};

/// Closes every descriptor but the standard ones; they are marked close-on-exec already unless a
/// library forgot.
void close_others() {
#ifdef SYS_close_range
    if (::syscall(SYS_close_range, 3U, ~0U, 0U) == 0) return;
#endif
    constexpr int usual_limit = 1024;
    for (int number = 3; number < usual_limit; ++number) ::close(number);
}

/// Runs in the new process; calls nothing that is not async-signal-safe.
[[noreturn]] void become(const Preparation& preparation, pid_t parent) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(not_started_code);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::signal(SIGPIPE, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    // Through high numbers: a caller without standard descriptors has others under 0, 1, 2.
    std::array<int, 3> high{};
    for (std::size_t i = 0; i < high.size(); ++i)
        high[i] = ::fcntl(preparation.standard[i], F_DUPFD_CLOEXEC, 3);
    for (std::size_t i = 0; i < high.size(); ++i) ::dup2(high[i], static_cast<int>(i));
    close_others();
    bool ready = ::chdir(preparation.folder.c_str()) == 0;
    for (const auto& [resource, value] : preparation.limits) {
        // One second more before the kernel kills: SIGXCPU tells why.
        const rlim_t hard = resource == RLIMIT_CPU ? value + 1 : value;
        const rlimit limit{value, hard};
        ready = ::setrlimit(resource, &limit) == 0 && ready;
    }
    apply_filter(preparation.filter);
    if (ready) ::execve(preparation.argv[0], preparation.argv.data(), preparation.envp.data());
    ::_exit(not_started_code);
}

std::chrono::microseconds processor_time(const rusage& used) {
    return std::chrono::seconds(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           std::chrono::microseconds(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

/// Watches one child until it ends.
class Watch {
public:
    Watch(pid_t process, Pipe out, Pipe err, const ChildLimits& limits)
        : process_(process),
          out_(std::move(out.read)),
          err_(std::move(err.read)),
          limits_(limits),
          end_(Clock::now() + limits.wall) {
#ifdef SYS_pidfd_open
        exit_ = UniqueFd(static_cast<int>(::syscall(SYS_pidfd_open, process, 0U)));
#endif
    }

    ChildOutcome run() {
        while (!is_over()) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(end_ - Clock::now());
            if (left.count() <= 0) {
                outcome_.end = ChildOutcome::End::too_long;
                break;
            }
            wait(static_cast<int>(left.count()) + 1);
            if (!read_output()) {
                outcome_.end = ChildOutcome::End::too_much_output;
                break;
            }
        }
        // Before the zombie is reaped no other process can have its number.
        ::kill(-process_, SIGKILL);
        const bool in_time = outcome_.end == ChildOutcome::End::exited;
        if (in_time && !read_output()) outcome_.end = ChildOutcome::End::too_much_output;
        int status = 0;
        rusage used{};
        while (::wait4(process_, &status, 0, &used) < 0 && errno == EINTR) continue;
        if (outcome_.end == ChildOutcome::End::exited) tell(status, used);
        return std::move(outcome_);
    }

private:
    [[nodiscard]] bool is_over() const {
        siginfo_t state{};
        const int failed =
            ::waitid(P_PID, static_cast<id_t>(process_), &state, WEXITED | WNOHANG | WNOWAIT);
        return failed == 0 && state.si_pid == process_;
    }

    void wait(int milliseconds) {
        // A kernel without pidfd cannot wake us at the end.
        constexpr int pause = 2;
        std::array<pollfd, 3> events{
            {{out_.number(), POLLIN, 0}, {err_.number(), POLLIN, 0}, {exit_.number(), POLLIN, 0}}};
        ::poll(events.data(), events.size(),
               exit_.number() < 0 ? std::min(milliseconds, pause) : milliseconds);
    }

    /// False when the output is larger than allowed.
    bool read_output() {
        drain(err_, outcome_.complaint, longest_complaint);
        return drain(out_, outcome_.output, limits_.output);
    }

    /// Takes what is there; what is above `limit` is read and dropped. False when there was such.
    static bool drain(UniqueFd& from, std::string& to, std::uintmax_t limit) {
        bool fits = true;
        std::array<char, 64U << 10U> buffer;
        while (from.number() >= 0) {
            const ssize_t count = ::read(from.number(), buffer.data(), buffer.size());
            if (count < 0 && errno == EINTR) continue;
            if (count == 0) from.close();
            if (count <= 0) break;
            const auto room =
                static_cast<std::size_t>(limit - std::min(limit, std::uintmax_t{to.size()}));
            const auto size = static_cast<std::size_t>(count);
            to.append(buffer.data(), std::min(room, size));
            fits = fits && size <= room;
            if (!fits) break;
        }
        return fits;
    }

    void tell(int status, const rusage& used) {
        if (WIFEXITED(status)) {
            outcome_.code = WEXITSTATUS(status);
            if (outcome_.code == not_started_code) outcome_.end = ChildOutcome::End::not_started;
            return;
        }
        outcome_.code = WTERMSIG(status);
        // On a busy machine the kernel may reach the hard limit and kill before it sends SIGXCPU.
        const bool is_used_up = outcome_.code == SIGKILL && processor_time(used) >= limits_.cpu;
        outcome_.end = outcome_.code == SIGXCPU || is_used_up ? ChildOutcome::End::too_long
                       : outcome_.code == SIGXFSZ             ? ChildOutcome::End::too_much_output
                                                              : ChildOutcome::End::signalled;
    }

    pid_t process_;
    UniqueFd out_;
    UniqueFd err_;
    UniqueFd exit_;  ///< readable when the process has ended
    const ChildLimits& limits_;
    Clock::time_point end_;
    ChildOutcome outcome_;
};

}  // namespace

ChildOutcome run_child(const ChildCommand& command, const ChildLimits& limits) {
    const UniqueFd nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    if (nothing.number() < 0) throw_child_error(errno);
    if (command.input >= 0) ::lseek(command.input, 0, SEEK_SET);
    Pipe out = new_pipe();
    Pipe err = new_pipe();
    const Preparation preparation(command, limits,
                                  {command.input >= 0 ? command.input : nothing.number(),
                                   out.written.number(), err.written.number()});
    const pid_t parent = ::getpid();
    const pid_t process = ::fork();
    if (process < 0) throw_child_error(errno);
    if (process == 0) become(preparation, parent);
    ::setpgid(process, process);
    out.written.close();
    err.written.close();
    return Watch(process, std::move(out), std::move(err), limits).run();
}

PrivateFolder::PrivateFolder() {
    std::error_code ignored;
    const std::filesystem::path root = std::filesystem::temp_directory_path(ignored);
    std::string pattern = ((ignored ? "/tmp" : root) / "commsearch-XXXXXX").native();
    if (::mkdtemp(pattern.data()) == nullptr) throw_child_error(errno);
    path_ = pattern;
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace commsearch
