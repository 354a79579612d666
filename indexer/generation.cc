#include "indexer/generation.h"

#include <algorithm>
#include <chrono>

#include "indexer/generation/build_lock.h"
#include "indexer/generation/corpus_run.h"
#include "indexer/generation/disk.h"
#include "indexer/generation/index_folder.h"
#include "indexer/generation/manifest.h"
#include "indexer/segment_builder.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

/// Reads the corpus and merges what it gave into a database in `folder`.
BuildSummary build_into(const fs::path& folder, const BuildOptions& options,
                        const SourceListing& listing) {
    const ScratchFolder scratch(folder / "segments");
    const Taxonomy taxonomy;
    CorpusRun run = run_corpus(options, listing, taxonomy, scratch.path());
    if (run.summary.reports == 0) {
        throw Error(
            {"không có báo cáo nào đọc được trong các thư mục đã cho; chỉ mục cũ vẫn được giữ "
             "nguyên",
             "no report could be read from the given folders; the index stays as it was"});
    }
    run.progress.is_merging = true;
    if (options.on_progress) options.on_progress(run.progress);
    run.segments.push_back(scratch.path() / "metadata");
    write_metadata_segment(run.segments.back(), run.places, taxonomy, options.local_abbreviations);
    merge_segments(run.segments, folder / database_file);
    return run.summary;
}

}  // namespace

BuildSummary build_generation(const BuildOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    try {
        check_index_folder(options.index_folder);
        const SourceListing listing = list_sources(options.corpus_folders);
        fs::create_directories(options.index_folder);
        const BuildLock lock(options.index_folder);
        remove_leftovers(options.index_folder);
        const auto generations = generations_of(options.index_folder);
        const std::size_t number = generations.empty() ? 1 : generations.rbegin()->first + 1;

        const ScratchFolder folder(options.index_folder / building_name(number));
        BuildSummary summary = build_into(folder.path(), options, listing);
        std::sort(summary.skipped.begin(), summary.skipped.end(),
                  [](const Skipped& a, const Skipped& b) { return a.path < b.path; });
        summary.generation = generation_name(number);
        write_synced(folder.path() / manifest_file, manifest_text(summary));
        publish(folder.path(), options.index_folder, summary.generation);
        prune(options.index_folder, summary.generation, kept_generations);
        summary.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return summary;
    } catch (const fs::filesystem_error& error) {
        throw_system({"không dùng được", "cannot use"}, error.path1(), error.code().value());
    }
}

}  // namespace commsearch
