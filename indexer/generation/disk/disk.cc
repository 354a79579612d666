#include "indexer/generation/disk/disk.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

void sync(const source::UniqueFd& opened, const fs::path& path) {
    if (::fsync(opened.number()) != 0)
        throw_system({"không ghi được xuống đĩa", "cannot write to disk"}, path, errno);
}

void write_all(const source::UniqueFd& opened, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(opened.number(), bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            throw_system({"không ghi được", "cannot write"}, path, errno);
        }
    }
}

}  // namespace

void throw_system(const Message& what, const fs::path& path, int number) {
    const std::string rest = " " + path.string() + ": " + std::strerror(number);
    throw Error({what.vi + rest, what.en + rest});
}

source::UniqueFd open_file(const fs::path& path, int flags, mode_t mode) {
    source::UniqueFd file(::open(path.c_str(), flags | O_CLOEXEC, mode));
    if (file.number() < 0) throw_system({"không mở được", "cannot open"}, path, errno);
    return file;
}

std::size_t open_files_allowed() {
    constexpr rlim_t wanted = 8192, usual = 1024;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return usual;
    const rlim_t raised = std::min(limit.rlim_max, wanted);
    if (limit.rlim_cur < raised) {
        const rlimit more{raised, limit.rlim_max};
        if (::setrlimit(RLIMIT_NOFILE, &more) == 0) limit.rlim_cur = raised;
    }
    return static_cast<std::size_t>(std::min(limit.rlim_cur, wanted));
}

void sync_file(const fs::path& file) { sync(open_file(file, O_RDONLY), file); }

void sync_folder(const fs::path& folder) {
    sync(open_file(folder, O_RDONLY | O_DIRECTORY), folder);
}

void write_bytes(const fs::path& file, std::string_view bytes) {
    write_all(open_file(file, O_WRONLY | O_CREAT | O_TRUNC), bytes, file);
}

void write_synced(const fs::path& file, std::string_view bytes) {
    const source::UniqueFd opened = open_file(file, O_WRONLY | O_CREAT | O_TRUNC);
    write_all(opened, bytes, file);
    sync(opened, file);
}

void replace_file(const fs::path& file, std::string_view bytes) {
    const fs::path next = file.string() + ".new";
    write_synced(next, bytes);
    fs::rename(next, file);
    sync_folder(file.has_parent_path() ? file.parent_path() : ".");
}

ScratchFolder::ScratchFolder(fs::path path) : path_(std::move(path)) {
    fs::remove_all(path_);
    fs::create_directories(path_);
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace commsearch::generation
