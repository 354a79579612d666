#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/source/source.h"

namespace commsearch {

/// Generations kept beside the published one, for readers that still use them.
inline constexpr std::size_t kept_generations = 2;

/// How far a build has come.
struct BuildProgress {
    std::size_t files = 0;  ///< done, of `total_files`
    std::size_t total_files = 0;
    std::uintmax_t bytes = 0;  ///< done, of `total_bytes`
    std::uintmax_t total_bytes = 0;
    std::size_t reports = 0;
    std::size_t passages = 0;
    bool is_merging = false;  ///< every file is read
};

struct BuildOptions {
    std::vector<std::filesystem::path> corpus_folders;
    std::filesystem::path index_folder;
    /// Programs that read office formats, PDF, HTML and images.
    Extractors extractors = find_extractors();
    /// A table of abbreviations beside the built-in one, without findings of lint_abbreviations but
    /// warnings; empty for none.
    std::string local_abbreviations;
    std::size_t jobs = 1;  ///< threads, at least 1
    /// Called now and then, never from two threads at once.
    std::function<void(const BuildProgress&)> on_progress;
};

/// What a build did.
struct BuildSummary {
    std::string generation;
    std::size_t files = 0;    ///< read, or tried to
    std::size_t ignored = 0;  ///< files of other formats
    std::size_t reports = 0;  ///< indexed
    std::size_t passages = 0;
    std::vector<Skipped> skipped;  ///< by path
    double seconds = 0;
};

/// Reads the corpus, writes a new generation beside the published one and publishes it. A document
/// that cannot be read is one entry of `skipped`. Throws Error when a folder cannot be read or
/// written, when another build is running on the index folder, or when no report was found; the
/// published generation stays as it was.
[[nodiscard]] BuildSummary build_generation(const BuildOptions& options);

}  // namespace commsearch
