#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/generation/batch/batches.h"
#include "indexer/generation/batch/segment_store.h"

namespace commsearch::generation {

/// Neighbouring batches whose segments are merged first, and kept merged for the next build: about
/// two windows of so many bytes of sources. With larger groups there is less to merge in the end,
/// with smaller ones less is merged anew when something changes (docs/operations.md).
inline constexpr std::uintmax_t group_window_bytes = 256U << 10U;

/// Where each group of batches begins, in order, and the number of batches behind the last. As with
/// batches, a change moves no border further off than the window.
[[nodiscard]] std::vector<std::size_t> groups_of(const std::vector<Batch>& batches);

/// What a group is merged from.
struct GroupEntry {
    std::string key;  ///< of a batch in the store
    std::size_t reports = 0, passages = 0;
};

/// The folder in `store` where the entries of a group are merged, in order; merges them first when
/// it is not there yet. `jobs` threads may call it at the same time. Every byte is verified, of the
/// entries before they are merged or of the merged folder. `mend` is called with the place of an
/// entry that turns out damaged or missing, and has to write it anew. Throws Error on trouble with
/// the disk, Refused when what was merged is unusable.
[[nodiscard]] std::filesystem::path merged_group(const std::vector<GroupEntry>& entries,
                                                 SegmentStore& store, std::size_t jobs,
                                                 const std::function<void(std::size_t)>& mend);

}  // namespace commsearch::generation
