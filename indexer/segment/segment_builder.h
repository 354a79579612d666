#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "indexer/report/body/taxonomy.h"
#include "indexer/report/report.h"
#include "indexer/schema/schema.h"

namespace commsearch {

/// Passages in one segment, about: the writer's memory and its cache misses grow with it (1,000
/// built twice as fast as 20,000 in a tenth of the memory: measured on 105,000 passages).
inline constexpr std::size_t segment_passages = 1000;

/// Turns reports into one small Xapian database. Not for two threads at once.
class SegmentBuilder {
public:
    /// Creates the database file set in the new folder `folder`. Throws Error when it cannot be
    /// written.
    SegmentBuilder(const std::filesystem::path& folder, const Taxonomy& taxonomy,
                   Analyzer& analyzer);
    ~SegmentBuilder();
    SegmentBuilder(SegmentBuilder&&) noexcept;
    SegmentBuilder& operator=(SegmentBuilder&&) noexcept;

    /// Adds a report and its passages behind what was added before. Returns the checksum of all
    /// that is written of it.
    std::string add(const Report& report);

    [[nodiscard]] std::size_t passages() const;

    /// Writes everything out. Nothing can be added afterwards. Throws Error on trouble with the
    /// disk.
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Writes a segment without documents that carries what is said once about a whole index;
/// `local_abbreviations` is the table the reports were read with beside the built-in one, or empty.
void write_metadata_segment(const std::filesystem::path& folder,
                            const std::vector<PlaceEntry>& places, const Taxonomy& taxonomy,
                            const std::string& local_abbreviations);

/// Names the library that writes segments; another version may write them otherwise.
[[nodiscard]] std::string storage_version();

/// Merges segments and what was merged of others, in order, into `folder`: database_file and
/// columns_file. Throws Error on trouble with the disk.
void merge_segments(const std::vector<std::filesystem::path>& segments,
                    const std::filesystem::path& folder);

}  // namespace commsearch
