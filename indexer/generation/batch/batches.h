#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/generation/batch/corpus_slices.h"
#include "indexer/source/source.h"

namespace commsearch {

/// A file, or a line of a large .jsonl file, opens a batch when the fingerprint of its name, or of
/// what it begins with, is the least within so many bytes of sources around it: batches hold about
/// twice that. Larger ones make the index smaller and merging faster, smaller ones cost less when
/// something in them changes (docs/operations.md has the figures).
inline constexpr std::uintmax_t batch_window_bytes = 64U << 10U;
/// A .jsonl file above this size is read slice by slice.
inline constexpr std::uintmax_t max_whole_jsonl_bytes = 2 * batch_window_bytes;

/// What is read into segments of its own: neighbouring files of a listing, or a slice of one file.
struct Batch {
    std::vector<SourceFile> files;
    std::optional<CorpusSlice> slice;  ///< then there is one file
    std::string file_checksum;         ///< of that file; empty without a slice
    std::uint64_t rank = 0;            ///< of its first file or line, as Borders wants it
};

/// Bytes of sources in a batch.
[[nodiscard]] std::uintmax_t bytes_of(const Batch& batch);

/// Parts a listing, in order. Where a batch ends is decided by the names and sizes of the files
/// near by alone, or by the lines near by, so that what comes, goes or changes moves no border
/// further off. Large .jsonl files are looked through for that, with `jobs` threads; one that
/// cannot be read is a batch without a slice.
[[nodiscard]] std::vector<Batch> batches_of(const std::vector<SourceFile>& files,
                                            std::size_t jobs = 1);

}  // namespace commsearch
