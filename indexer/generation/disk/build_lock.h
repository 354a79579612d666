#pragma once

#include <filesystem>
#include <string>

#include "indexer/generation/disk/disk.h"

namespace commsearch::generation {

/// The file that is locked, in the index folder; it names the process that locked it last.
inline constexpr const char* lock_file = ".lock";

/// Held while a program changes an index folder. The kernel frees it when the process ends, however
/// it ends, so that a dead process never blocks others. Not for two threads at once.
class BuildLock {
public:
    /// Throws Error naming the holder when another process has it.
    explicit BuildLock(const std::filesystem::path& index_folder);

private:
    source::UniqueFd file_;
};

/// The holder of the lock: "process 4711 since 2026-11-26T02:00:00Z"; empty when nobody has it.
[[nodiscard]] std::string lock_holder(const std::filesystem::path& index_folder);

}  // namespace commsearch::generation
