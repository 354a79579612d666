#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/generation/publish/gate_options.h"
#include "indexer/source/source.h"

namespace commsearch::generation {

/// How far a build is.
struct BuildProgress {
    std::size_t files = 0;  ///< done, of `total_files`
    std::size_t total_files = 0;
    std::uintmax_t bytes = 0;  ///< done, of `total_bytes`
    std::uintmax_t total_bytes = 0;
    std::size_t reused = 0;  ///< of `files`, those that did not change
    std::size_t reports = 0;
    std::size_t passages = 0;
    bool is_merging = false;  ///< every file is read
};

/// What to build, from what, and how.
struct BuildOptions {
    std::vector<std::filesystem::path> corpus_folders;
    std::filesystem::path index_folder;
    /// Programs that read office formats, PDF, HTML and images.
    source::Extractors extractors = source::find_extractors();
    /// A table of abbreviations beside the built-in one, without findings of lint_abbreviations but
    /// warnings; empty for none.
    std::string local_abbreviations;
    std::size_t jobs = 1;  ///< threads, at least 1
    bool rebuild = false;  ///< read every file, whatever former builds left
    GateOptions gate;
    std::size_t keep = 2;  ///< generations kept beside the published one, for rollback
    /// Called now and then, never from two threads at once.
    std::function<void(const BuildProgress&)> on_progress;
    /// Called for each step of the build, for logs: one line.
    std::function<void(const Message&)> on_event;
};

/// What a build did.
struct BuildSummary {
    std::string generation;
    std::size_t files = 0;    ///< read, or tried to
    std::size_t ignored = 0;  ///< files of other formats
    std::size_t reused = 0;   ///< of `files`, those taken from the store of segments
    std::size_t reports = 0;  ///< indexed
    std::size_t passages = 0;
    std::vector<source::Skipped> skipped;  ///< by path
    double seconds = 0;
};

/// Reads the corpus, writes a new generation beside the published one and publishes it. A document
/// that cannot be read is one entry of `skipped`. Throws Refused when the gate does not let it
/// pass, Error when a folder cannot be read or written, when another build is running on the index
/// folder, or when no report was found; the published generation stays as it was. What became of it
/// is kept in last-run.json, but for a build that found another one running.
[[nodiscard]] BuildSummary build_generation(const BuildOptions& options);

}  // namespace commsearch::generation
