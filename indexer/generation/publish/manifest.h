#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/generation/disk/file_checksums.h"
#include "indexer/generation/disk/refusal.h"
#include "indexer/source/source.h"

namespace commsearch::generation {

/// A file of the corpus as it was read.
struct SourceEntry {
    std::string id;
    std::uintmax_t size = 0;
    std::string checksum;    ///< empty when it could not be read
    bool is_reused = false;  ///< all of it was in the store; not written into the manifest
    bool operator==(const SourceEntry&) const = default;
};

/// Reports by some name: a place key, a month "2024-06", a format "html"; "" unknown.
using Counts = std::map<std::string, std::size_t>;

/// What stands in the manifest of a generation.
struct Manifest {
    std::uint32_t schema = 0;
    std::string analyzer;  ///< analyzer_fingerprint()
    std::string built;     ///< "2026-11-26T02:00:00Z"
    double seconds = 0;    ///< that the build took
    std::size_t files = 0;
    std::size_t ignored = 0;  ///< files of other formats
    std::size_t reused = 0;   ///< of `files`, those taken from the store of segments
    std::size_t reports = 0;
    std::size_t passages = 0;
    /// Of all that a reader can find: the same for the same input and version, whatever was reused
    /// and however many threads there were.
    std::string digest;
    std::string forced;             ///< why it was published against the gate; mostly empty
    std::vector<Refusal> refusals;  ///< of the gate, when it was forced
    Counts communes, months, formats;
    std::vector<source::Skipped> skipped;  ///< by path
    std::vector<SourceEntry> sources;      ///< by id
    std::vector<FileChecksums> content;    ///< of the files beside the manifest
};

[[nodiscard]] std::string encode(const Manifest& manifest);
/// Throws Error when `bytes` is no such manifest.
[[nodiscard]] Manifest decode_manifest(std::string_view bytes);
/// Writes it into the folder of a generation, with a file of its checksum beside it.
void write_manifest(const std::filesystem::path& folder, const Manifest& manifest);
/// The manifest of the generation in a folder. Throws Error when it cannot be read.
[[nodiscard]] Manifest read_manifest(const std::filesystem::path& folder);

}  // namespace commsearch::generation
