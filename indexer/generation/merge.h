#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace commsearch {

/// Bytes of disk that merging may need, about.
[[nodiscard]] std::uintmax_t bytes_to_merge(const std::vector<std::filesystem::path>& segments);

/// Merges any number of segments, in order, into the folder `target`. Many are merged in two steps,
/// the first with `jobs` threads by way of folders in `scratch`: each open segment takes several
/// file descriptors. Throws Error on trouble with the disk.
void merge_all(const std::vector<std::filesystem::path>& segments,
               const std::filesystem::path& target, const std::filesystem::path& scratch,
               std::size_t jobs);

}  // namespace commsearch
