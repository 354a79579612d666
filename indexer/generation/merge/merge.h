#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace commsearch::generation {

/// Bytes of disk that merging may need, about, with so many open at once.
[[nodiscard]] std::uintmax_t bytes_to_merge(const std::vector<std::filesystem::path>& inputs,
                                            std::size_t max_open);

/// Merges any number of segments or merged folders, in order, into the folder `target`. More than
/// `max_open` of them are merged in two steps, the first with `jobs` threads by way of folders in
/// `scratch`. Throws Error on trouble with the disk.
void merge_all(const std::vector<std::filesystem::path>& inputs,
               const std::filesystem::path& target, const std::filesystem::path& scratch,
               std::size_t jobs, std::size_t max_open);

/// How many inputs of a merge may be open when `jobs` threads merge; segments have several files
/// each, merged folders have two.
[[nodiscard]] std::size_t segments_open(std::size_t jobs);
[[nodiscard]] std::size_t folders_open(std::size_t jobs);

}  // namespace commsearch::generation
