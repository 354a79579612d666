#include "indexer/generation.h"

#include <chrono>
#include <ctime>

#include "indexer/generation/build_lock.h"
#include "indexer/generation/corpus_run.h"
#include "indexer/generation/disk.h"
#include "indexer/generation/index_folder.h"
#include "indexer/generation/manifest.h"
#include "indexer/generation/merge.h"
#include "indexer/generation/segment_store.h"
#include "indexer/segment_builder.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

/// Merges what a run gave into a database in `folder`.
void merge_into(const fs::path& folder, const CorpusRun& run, const Taxonomy& taxonomy,
                const BuildOptions& options) {
    const ScratchFolder scratch(folder / "scratch");
    std::vector<fs::path> segments = run.segments;
    segments.push_back(scratch.path() / "metadata");
    write_metadata_segment(segments.back(), entries_of(run.places), taxonomy,
                           options.local_abbreviations);
    merge_all(segments, folder / database_file, scratch.path(), options.jobs);
}

BuildSummary summary_of(const Manifest& manifest, const std::string& generation) {
    return {.generation = generation,
            .files = manifest.files,
            .ignored = manifest.ignored,
            .reused = manifest.reused,
            .reports = manifest.reports,
            .passages = manifest.passages,
            .skipped = manifest.skipped,
            .seconds = manifest.seconds};
}

BuildProgress merging(const Manifest& manifest) {
    return {.files = manifest.files,
            .total_files = manifest.files,
            .reused = manifest.reused,
            .reports = manifest.reports,
            .passages = manifest.passages,
            .is_merging = true};
}

/// One build on a locked index folder.
BuildSummary build_locked(const BuildOptions& options, const SourceListing& listing) {
    const auto start = std::chrono::steady_clock::now();
    const auto generations = generations_of(options.index_folder);
    const std::size_t number = generations.empty() ? 1 : generations.rbegin()->first + 1;
    const std::string name = generation_name(number);
    SegmentStore store(options.index_folder / store_folder);
    const Taxonomy taxonomy;
    const CorpusRun run = run_corpus(options, listing, taxonomy, store);
    if (run.reports.empty()) {
        throw Error(
            {"không có báo cáo nào đọc được trong các thư mục đã cho; chỉ mục cũ vẫn được giữ "
             "nguyên",
             "no report could be read from the given folders; the index stays as it was"});
    }
    Manifest manifest = manifest_of(run, options.local_abbreviations);
    manifest.ignored = listing.ignored;
    if (options.on_progress) options.on_progress(merging(manifest));
    const ScratchFolder folder(options.index_folder / building_name(number));
    merge_into(folder.path(), run, taxonomy, options);
    manifest.content = checksums_below(folder.path());
    manifest.built = utc_text(std::time(nullptr));
    manifest.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    write_bytes(folder.path() / manifest_file, encode(manifest));
    publish(folder.path(), options.index_folder, name);
    prune(options.index_folder, name, kept_generations);
    store.remove_unused();
    return summary_of(manifest, name);
}

}  // namespace

BuildSummary build_generation(const BuildOptions& options) {
    try {
        check_index_folder(options.index_folder);
        const SourceListing listing = list_sources(options.corpus_folders);
        fs::create_directories(options.index_folder);
        const BuildLock lock(options.index_folder);
        remove_leftovers(options.index_folder);
        return build_locked(options, listing);
    } catch (const fs::filesystem_error& error) {
        throw_system({"không dùng được", "cannot use"}, error.path1(), error.code().value());
    }
}

}  // namespace commsearch
