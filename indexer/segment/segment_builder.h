#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "analyzers/analyzer.h"
#include "indexer/report/report.h"
#include "indexer/report/sections/taxonomy.h"

namespace commsearch::segment {

/// Passages in one segment, about: the writer's memory and its cache misses grow with it (1,000
/// built twice as fast as 20,000 in a tenth of the memory: measured on 105,000 passages).
inline constexpr std::size_t segment_passages = 1000;

/// Turns reports into one small Xapian database. Not for two threads at once.
class SegmentBuilder {
public:
    /// Creates the database file set in the new folder `folder`. Throws Error when it cannot be
    /// written.
    SegmentBuilder(const std::filesystem::path& folder, const report::Taxonomy& taxonomy,
                   Analyzer& analyzer);
    ~SegmentBuilder();
    SegmentBuilder(SegmentBuilder&&) noexcept;
    SegmentBuilder& operator=(SegmentBuilder&&) noexcept;

    /// Adds a report and its passages behind what was added before. Returns a checksum of its
    /// record and its filters: all else that is written of it follows from these.
    std::string add(const report::Report& report);

    [[nodiscard]] std::size_t passages() const;

    /// Writes everything out. Nothing can be added afterwards. Throws Error on trouble with the
    /// disk.
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace commsearch::segment
