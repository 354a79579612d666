#include "indexer/generation/disk/build_lock.h"

#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <ctime>

#include "analyzers/base/message.h"
#include "indexer/generation/disk/utc.h"

namespace commsearch::generation {
namespace {

bool try_lock(const source::UniqueFd& file, int kind) {
    return ::flock(file.number(), kind | LOCK_NB) == 0;
}

/// What the holder wrote into the file, one line.
std::string written_in(const source::UniqueFd& file) {
    std::array<char, 128> bytes{};
    const ssize_t count = ::pread(file.number(), bytes.data(), bytes.size(), 0);
    const std::string text(bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    return text.empty() ? "?" : text.substr(0, text.find('\n'));
}

}  // namespace

BuildLock::BuildLock(const std::filesystem::path& index_folder)
    : file_(open_file(index_folder / lock_file, O_RDWR | O_CREAT)) {
    if (!try_lock(file_, LOCK_EX)) {
        const std::string who = written_in(file_);
        throw Error({"một lượt lập chỉ mục khác đang chạy trên " + index_folder.string() + " (" +
                         who + "); hãy đợi nó xong",
                     "another build is running on " + index_folder.string() + " (" + who +
                         "); wait for it to end"});
    }
    const std::string line =
        "process " + std::to_string(::getpid()) + " since " + utc_text(std::time(nullptr)) + '\n';
    // The lock holds without it, too: on a full disk the holder goes without a name.
    if (::ftruncate(file_.number(), 0) == 0)
        (void)(::pwrite(file_.number(), line.data(), line.size(), 0) + 1);
}

std::string lock_holder(const std::filesystem::path& index_folder) {
    if (!std::filesystem::exists(index_folder / lock_file)) return "";
    const source::UniqueFd file = open_file(index_folder / lock_file, O_RDONLY);
    return try_lock(file, LOCK_SH) ? "" : written_in(file);
}

}  // namespace commsearch::generation
