#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/generation/batch/batch_record.h"
#include "indexer/generation/batch/segment_store.h"
#include "indexer/generation/generation.h"
#include "indexer/generation/publish/manifest.h"
#include "indexer/report/sections/taxonomy.h"
#include "indexer/source/source.h"

namespace commsearch::generation {

/// What reading a corpus gave, all in the order of its listing.
struct CorpusRun {
    std::vector<SourceEntry> sources;
    std::vector<ReportEntry> reports;
    std::vector<source::Skipped> skipped;
    Places places;
    std::size_t passages = 0;
    std::size_t reused = 0;  ///< files that were wholly in the store
};

/// What a run gives to the manifest; `content`, times and `ignored` are left to the caller.
[[nodiscard]] Manifest manifest_of(const CorpusRun& run, const std::string& local_abbreviations);

/// Reads a corpus into segments and merges them by groups, with threads of its own. Not for two
/// threads at once.
class CorpusReader {
public:
    /// All must live longer.
    CorpusReader(const BuildOptions& options, const source::SourceListing& listing,
                 const report::Taxonomy& taxonomy, SegmentStore& store);
    ~CorpusReader();
    CorpusReader(const CorpusReader&) = delete;
    CorpusReader& operator=(const CorpusReader&) = delete;

    /// Reads the files with `options.jobs` threads, batch by batch, into segments in the store;
    /// takes from there what did not change. To be called once. Throws Error on trouble with the
    /// disk.
    [[nodiscard]] CorpusRun read();
    /// Merges what was read group by group, as far as the store does not have it merged already.
    /// The folders, in order. Throws as above.
    [[nodiscard]] std::vector<std::filesystem::path> merge_groups();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace commsearch::generation
