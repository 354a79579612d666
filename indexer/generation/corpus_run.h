#pragma once

#include <filesystem>
#include <vector>

#include "indexer/generation.h"
#include "indexer/schema.h"
#include "indexer/sections.h"
#include "indexer/source/source.h"

namespace commsearch {

/// What reading a corpus gave.
struct CorpusRun {
    std::vector<std::filesystem::path> segments;  ///< in the order of the listing
    std::vector<PlaceEntry> places;               ///< by key
    BuildSummary summary;                         ///< but for the generation and the time
    BuildProgress progress;
};

/// Reads the files of a corpus with `options.jobs` threads, each batch of files into segments of
/// its own below `scratch`. Throws Error on trouble with the disk.
[[nodiscard]] CorpusRun run_corpus(const BuildOptions& options, const SourceListing& listing,
                                   const Taxonomy& taxonomy, const std::filesystem::path& scratch);

}  // namespace commsearch
