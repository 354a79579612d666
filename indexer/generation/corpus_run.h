#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/generation.h"
#include "indexer/generation/batch_record.h"
#include "indexer/generation/segment_store.h"
#include "indexer/sections.h"
#include "indexer/source/source.h"

namespace commsearch {

/// A file of the corpus as it was read.
struct SourceEntry {
    std::string id;
    std::uintmax_t size = 0;
    std::string checksum;    ///< empty when it could not be read
    bool is_reused = false;  ///< all of it was in the store; not written into the manifest
    bool operator==(const SourceEntry&) const = default;
};

/// What reading a corpus gave, all in the order of its listing.
struct CorpusRun {
    std::vector<SourceEntry> sources;
    std::vector<ReportEntry> reports;
    std::vector<Skipped> skipped;
    Places places;
    std::vector<std::filesystem::path> segments;
    std::size_t passages = 0;
    std::size_t reused = 0;  ///< files of which all was in the store
};

/// Reads the files of a corpus with `options.jobs` threads, batch by batch, into segments in the
/// store; takes from there what did not change. Throws Error on trouble with the disk.
[[nodiscard]] CorpusRun run_corpus(const BuildOptions& options, const SourceListing& listing,
                                   const Taxonomy& taxonomy, SegmentStore& store);

}  // namespace commsearch
