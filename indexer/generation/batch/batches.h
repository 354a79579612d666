#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/generation/batch/corpus_slices.h"
#include "indexer/source/source.h"

namespace commsearch::generation {

/// The window of the Borders between batches, bytes of sources: batches hold about twice that.
/// Files are ranked by their names, lines of a large .jsonl file by what they begin with. Larger
/// batches make the index smaller and merging faster, smaller ones cost less when something in them
/// changes (docs/operations.md has the figures).
inline constexpr std::uintmax_t batch_window_bytes = 64U << 10U;
/// A .jsonl file above this size is read slice by slice.
inline constexpr std::uintmax_t max_whole_jsonl_bytes = 2 * batch_window_bytes;

/// What is read into segments of its own: neighbouring files of a listing, or a slice of one file.
struct Batch {
    std::vector<source::SourceFile> files;
    std::optional<CorpusSlice> slice;  ///< then there is one file
    std::string file_checksum;         ///< of that file; empty without a slice
    std::uint64_t rank = 0;            ///< of its first file or line, as Borders wants it
};

/// Bytes of sources in a batch.
[[nodiscard]] std::uintmax_t bytes_of(const Batch& batch);

/// Cuts a listing into batches, in order. Where a batch ends depends only on the names and sizes of
/// the files near by, or on the lines near by: a change leaves all other batches as they were. For
/// that, large .jsonl files are read once, with `jobs` threads; one that cannot be read is a batch
/// without a slice.
[[nodiscard]] std::vector<Batch> batches_of(const std::vector<source::SourceFile>& files,
                                            std::size_t jobs = 1);

}  // namespace commsearch::generation
