#pragma once

#include <fcntl.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "analyzers/base/message.h"
#include "indexer/source/extract/unique_fd.h"

namespace commsearch::generation {

/// Throws Error: what failed, at which path, and the system's reason for the error `number`.
[[noreturn]] void throw_system(const Message& what, const std::filesystem::path& path, int number);

/// Opens a file or folder; `flags` as of open(2). Throws Error when it cannot be opened.
[[nodiscard]] source::UniqueFd open_file(const std::filesystem::path& path, int flags,
                                         mode_t mode = 0644);

/// How many files this process may have open: its soft limit, raised as far as the hard one goes.
[[nodiscard]] std::size_t open_files_allowed();

/// Waits until the bytes of a file are on the disk. Throws Error when they cannot get there.
void sync_file(const std::filesystem::path& file);
/// The same for the names in a folder.
void sync_folder(const std::filesystem::path& folder);

/// Writes a file, without waiting for the disk. Throws Error when it cannot be written.
void write_bytes(const std::filesystem::path& file, std::string_view bytes);
/// Writes a file and waits until it is on the disk; its name needs a sync_folder of its own.
void write_synced(const std::filesystem::path& file, std::string_view bytes);
/// Puts a file of these bytes in the place of another in one step: a crash leaves the old one or
/// the new one, whole.
void replace_file(const std::filesystem::path& file, std::string_view bytes);

/// A new folder that is removed at the end with all it holds. What stood there before is removed.
/// Not for two threads at once.
class ScratchFolder {
public:
    explicit ScratchFolder(std::filesystem::path path);
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace commsearch::generation
