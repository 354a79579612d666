#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace commsearch::generation {

/// The checksum of a file to read, a source of the corpus. Throws Error as InputFile does.
[[nodiscard]] std::string checksum_of_source(const std::filesystem::path& file);

/// Bytes that one checksum of FileChecksums covers.
inline constexpr std::size_t chunk_bytes = 1U << 20U;

/// What a file of the index has to hold.
struct FileChecksums {
    std::string name;  ///< relative to its folder, '/' separators
    std::uintmax_t size = 0;
    std::vector<std::string> chunks;  ///< checksum of each chunk_bytes; the last may be shorter
    bool operator==(const FileChecksums&) const = default;
};

/// Reads a file of the index. Throws Error when it cannot be read.
[[nodiscard]] FileChecksums checksums_of(const std::filesystem::path& folder,
                                         const std::string& name);
/// The checksums of all files in `folder` and the folders below it, by name.
[[nodiscard]] std::vector<FileChecksums> checksums_below(const std::filesystem::path& folder);

}  // namespace commsearch::generation
