#pragma once

#include <filesystem>

#include "indexer/generation/disk.h"

namespace commsearch {

/// The file that is locked, in the index folder.
inline constexpr const char* lock_file = ".lock";

/// Held while a program changes an index folder; the kernel frees it when the process ends, however
/// it ends.
class BuildLock {
public:
    /// Throws Error when another process holds it.
    explicit BuildLock(const std::filesystem::path& index_folder);

private:
    Descriptor file_;
};

}  // namespace commsearch
