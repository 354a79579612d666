#pragma once

#include <filesystem>
#include <vector>

namespace commsearch::segment {

/// Joins files of columns, in order, into one: the file that one ColumnsBuilder would have written
/// of all documents.
/// Keeps the tables of terms in memory, the rest is streamed. Throws Error when a file is damaged
/// or on trouble with the disk.
void merge_columns(const std::vector<std::filesystem::path>& files,
                   const std::filesystem::path& target);

}  // namespace commsearch::segment
