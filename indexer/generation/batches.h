#pragma once

#include <cstdint>
#include <vector>

#include "indexer/source/source.h"

namespace commsearch {

/// A file opens a batch when its name's fingerprint is the least within so many bytes of sources
/// around it: batches hold about twice that. Larger ones make the index smaller and merging faster,
/// smaller ones cost less when one of their files changes (docs/operations.md has the figures).
inline constexpr std::uintmax_t batch_window_bytes = 64U << 10U;

/// Neighbouring files of a listing, read into segments of their own.
using Batch = std::vector<SourceFile>;

/// Parts a listing, in order. Where a batch ends is decided by the names and sizes of the files
/// near by alone, so that a file that comes, goes or grows moves no border further off.
[[nodiscard]] std::vector<Batch> batches_of(const std::vector<SourceFile>& files);

}  // namespace commsearch
