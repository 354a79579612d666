#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/report/sections/taxonomy.h"
#include "indexer/schema/schema.h"

namespace commsearch::segment {

/// Merges segments and what was merged of others, in order, into `folder`: database_file and
/// columns_file. Throws Error on trouble with the disk.
void merge_segments(const std::vector<std::filesystem::path>& segments,
                    const std::filesystem::path& folder);

/// Writes a segment without documents that carries what is said once about a whole index;
/// `local_abbreviations` is the table the reports were read with beside the built-in one, or empty.
/// Throws Error on trouble with the disk.
void write_metadata_segment(const std::filesystem::path& folder,
                            const std::vector<schema::PlaceEntry>& places,
                            const report::Taxonomy& taxonomy,
                            const std::string& local_abbreviations);

/// Names the library that writes segments; another version may write them otherwise.
[[nodiscard]] std::string storage_version();

}  // namespace commsearch::segment
