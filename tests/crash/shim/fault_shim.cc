// Preloaded into a program under test: fails, kills or takes down its changes to files below a
// folder. What it does stands in the environment:
//   COMMSEARCH_FAULT_BELOW    the folder; calls elsewhere go through
//   COMMSEARCH_FAULT_ACTION   kill: at call AT (from 1) the process dies; enospc: from call AT on
//   all
//                             writing calls fail; eio: call AT fails
//   COMMSEARCH_FAULT_AT
//   COMMSEARCH_FAULT_COUNT    file that gets the number of calls at the end
//   COMMSEARCH_FAULT_JOURNAL  folder that gets "log", a line a call, and the content of each file
//   as
//                             it was synced: tests/crash/disk_model.h makes disks of it
//   COMMSEARCH_FAULT_CLOCK    seconds added to time()

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <ctime>
#include <mutex>
#include <string>

namespace {

std::string setting(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

const std::string& below() {
    static const std::string folder = setting("COMMSEARCH_FAULT_BELOW");
    return folder;
}
const std::string& action() {
    static const std::string name = setting("COMMSEARCH_FAULT_ACTION");
    return name;
}
const std::string& journal() {
    static const std::string folder = setting("COMMSEARCH_FAULT_JOURNAL");
    return folder;
}

/// The function of the C library that one here stands before.
template <typename Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

std::string path_of(int descriptor) {
    std::array<char, 4096> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t size = ::readlink(link.c_str(), path.data(), path.size());
    return {path.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

/// Absolute, however it was named.
std::string path_of(int folder, const char* name) {
    if (*name == '/') return name;
    if (folder != AT_FDCWD) return path_of(folder) + '/' + name;
    std::array<char, 4096> here{};
    return (::getcwd(here.data(), here.size()) == nullptr ? "" : std::string(here.data()) + '/') +
           name;
}

bool is_watched(const std::string& path) {
    return !below().empty() && path.starts_with(below() + '/');
}

std::mutex journal_mutex;

/// Copies a file as it is now; only the C library's own calls.
void copy(const std::string& from, const std::string& to) {
    const int in = real<int(const char*, int, ...)>("open")(from.c_str(), O_RDONLY | O_CLOEXEC);
    const int out = real<int(const char*, int, ...)>("open")(
        to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    std::array<char, 65536> block{};
    for (ssize_t size = 0; (size = ::read(in, block.data(), block.size())) > 0;) {
        if (real<ssize_t(int, const void*, std::size_t)>("write")(
                out, block.data(), static_cast<std::size_t>(size)) != size)
            std::abort();
    }
    ::close(in);
    ::close(out);
}

void note(const std::string& line) {
    const std::string log = journal() + "/log";
    const int out = real<int(const char*, int, ...)>("open")(
        log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    const std::string text = line + '\n';
    if (real<ssize_t(int, const void*, std::size_t)>("write")(out, text.data(), text.size()) < 0)
        std::abort();
    ::close(out);
}

/// A call that changed the folder: "create\tPATH", "rename\tOLD\tNEW" …
void journal_call(const std::string& line) {
    if (journal().empty()) return;
    const std::lock_guard lock(journal_mutex);
    note(line);
}

void journal_sync(const std::string& path) {
    if (journal().empty()) return;
    const std::lock_guard lock(journal_mutex);
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return;
    if (S_ISDIR(status.st_mode)) return note("sync_folder\t" + path);
    static int copies = 0;
    const std::string name = std::to_string(++copies);
    copy(path, journal() + '/' + name);
    note("sync_file\t" + path + '\t' + name);
}

std::atomic<long> calls = 0;

__attribute__((destructor)) void write_count() {
    const std::string file = setting("COMMSEARCH_FAULT_COUNT");
    if (file.empty()) return;
    const int out = real<int(const char*, int, ...)>("open")(
        file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    const std::string text = std::to_string(calls);
    if (real<ssize_t(int, const void*, std::size_t)>("write")(out, text.data(), text.size()) < 0)
        std::abort();
    ::close(out);
}

/// Counts a call on `path`; true when it has to fail, with errno set. `needs_space`: a full disk
/// refuses it.
bool fails(const std::string& path, bool needs_space) {
    if (!is_watched(path)) return false;
    if (action() == "enospc" && !needs_space) return false;
    static const long at = std::atol(setting("COMMSEARCH_FAULT_AT").c_str());
    const long number = ++calls;
    if (action() == "kill" && number == at) ::kill(::getpid(), SIGKILL);
    if (action() == "enospc" && at > 0 && number >= at) return errno = ENOSPC, true;
    if (action() == "eio" && number == at) return errno = EIO, true;
    return false;
}

int open_at(int folder, const char* name, int flags, mode_t mode) {
    const auto call = real<int(int, const char*, int, ...)>("openat");
    if ((flags & (O_CREAT | O_TRUNC)) == 0) return call(folder, name, flags, mode);
    const std::string path = path_of(folder, name);
    const bool is_new = ::access(path.c_str(), F_OK) != 0;
    if (is_new && fails(path, true)) return -1;
    const int opened = call(folder, name, flags, mode);
    if (opened >= 0 && is_new && is_watched(path)) journal_call("create\t" + path);
    return opened;
}

mode_t mode_of(int flags, va_list arguments) {
    return (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
}

}  // namespace

extern "C" {

int open(const char* name, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return open_at(AT_FDCWD, name, flags, mode);
}

int open64(const char* name, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return open_at(AT_FDCWD, name, flags, mode);
}

ssize_t write(int file, const void* bytes, std::size_t size) {
    if (fails(path_of(file), true)) return -1;
    return real<ssize_t(int, const void*, std::size_t)>("write")(file, bytes, size);
}

ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t offset) {
    if (fails(path_of(file), true)) return -1;
    return real<ssize_t(int, const void*, std::size_t, off_t)>("pwrite")(file, bytes, size, offset);
}

ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t offset) {
    return pwrite(file, bytes, size, offset);
}

int fsync(int file) {
    const std::string path = path_of(file);
    if (fails(path, false)) return -1;
    if (is_watched(path) || path == below()) journal_sync(path);
    return 0;  // the tests ask what was synced, not whether this machine's disk is fast
}

int fdatasync(int file) { return fsync(file); }

int rename(const char* from, const char* to) {
    const std::string old_path = path_of(AT_FDCWD, from);
    const std::string new_path = path_of(AT_FDCWD, to);
    if (fails(new_path, false)) return -1;
    const int result = real<int(const char*, const char*)>("rename")(from, to);
    if (result == 0 && is_watched(new_path)) journal_call("rename\t" + old_path + '\t' + new_path);
    return result;
}

int mkdir(const char* name, mode_t mode) {
    const std::string path = path_of(AT_FDCWD, name);
    if (fails(path, true)) return -1;
    const int result = real<int(const char*, mode_t)>("mkdir")(name, mode);
    if (result == 0 && is_watched(path)) journal_call("mkdir\t" + path);
    return result;
}

int unlinkat(int folder, const char* name, int flags) {
    const std::string path = path_of(folder, name);
    if (fails(path, false)) return -1;
    const int result = real<int(int, const char*, int)>("unlinkat")(folder, name, flags);
    if (result == 0 && is_watched(path)) journal_call("remove\t" + path);
    return result;
}

int unlink(const char* name) { return unlinkat(AT_FDCWD, name, 0); }

int rmdir(const char* name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }

int remove(const char* name) {
    struct stat status {};
    if (::lstat(name, &status) != 0) return -1;
    return S_ISDIR(status.st_mode) ? rmdir(name) : unlink(name);
}

time_t time(time_t* target) {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    const time_t shown = now.tv_sec + std::atol(setting("COMMSEARCH_FAULT_CLOCK").c_str());
    if (target != nullptr) *target = shown;
    return shown;
}

}  // extern "C"
