#include "indexer/generation/corpus_run.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "indexer/generation/batch/segment_key.h"
#include "indexer/generation/batch_worker.h"
#include "indexer/generation/disk/parallel.h"
#include "indexer/generation/merge/groups.h"
#include "indexer/generation/publish/gate.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

/// A corpus that changes while it is read is read again so many times.
constexpr int max_readings = 3;

/// The files that end with a batch.
std::size_t files_of(const Batch& batch) {
    if (!batch.slice) return batch.files.size();
    return batch.slice->lines.end >= batch.files.front().size ? 1 : 0;
}

/// How far the build is.
class Progress {
public:
    Progress(const BuildOptions& options, const source::SourceListing& listing)
        : options_(options) {
        progress_.total_files = listing.files.size();
        for (const source::SourceFile& file : listing.files) progress_.total_bytes += file.size;
    }

    void finish(const Batch& batch, const BatchResult& result) {
        const std::lock_guard lock(mutex_);
        progress_.bytes += bytes_of(batch);
        progress_.files += files_of(batch);
        if (result.is_reused) progress_.reused += files_of(batch);
        progress_.reports += result.record.reports.size();
        for (const ReportEntry& report : result.record.reports)
            progress_.passages += report.passages;
        if (options_.on_progress) options_.on_progress(progress_);
    }

private:
    const BuildOptions& options_;
    std::mutex mutex_;
    BuildProgress progress_;
};

/// Of ids that several batches have, the first keeps it: later batches are made without.
void resolve_duplicate_ids(const std::vector<Batch>& batches, std::vector<BatchResult>& results,
                           BatchWorker& worker,
                           std::map<std::size_t, std::set<std::string>>& all_claimed_ids) {
    std::unordered_set<std::string_view> ids;  // of reports in `results`
    for (std::size_t i = 0; i < batches.size(); ++i) {
        std::set<std::string> claimed_ids;
        for (const ReportEntry& report : results[i].record.reports) {
            if (ids.count(report.id) > 0) claimed_ids.insert(report.id);
        }
        if (!claimed_ids.empty()) {
            results[i] = worker.run(batches[i], claimed_ids);
            all_claimed_ids[i] = std::move(claimed_ids);
        }
        for (const ReportEntry& report : results[i].record.reports) ids.insert(report.id);
    }
}

void add_sources(CorpusRun& run, const Batch& batch, const BatchResult& result) {
    for (std::size_t i = 0; i < batch.files.size(); ++i) {
        const source::SourceFile& file = batch.files[i];
        const bool is_new = run.sources.empty() || run.sources.back().id != file.id;
        if (is_new) {
            const std::string& checksum = batch.slice ? batch.file_checksum : result.checksums[i];
            run.sources.push_back({file.id, file.size, checksum, true});
        }
        SourceEntry& source = run.sources.back();
        source.is_reused = source.is_reused && result.is_reused;
    }
}

void add(CorpusRun& run, const Batch& batch, BatchResult& result) {
    add_sources(run, batch, result);
    for (ReportEntry& report : result.record.reports) {
        run.passages += report.passages;
        run.reports.push_back(std::move(report));
    }
    if (batch.slice) move_lines(result.record.skipped, 0, batch.slice->lines.lines_before);
    for (source::Skipped& skipped : result.record.skipped)
        run.skipped.push_back(std::move(skipped));
    for (const auto& [key, place] : result.record.places) add_place(run.places, place);
    result.record = {};
}

GroupEntry entry_of(const BatchResult& result) {
    GroupEntry entry{result.key, result.record.reports.size(), 0};
    for (const ReportEntry& report : result.record.reports) entry.passages += report.passages;
    return entry;
}

}  // namespace

struct CorpusReader::Impl {
    Impl(const BuildOptions& given_options, const source::SourceListing& given_listing,
         const report::Taxonomy& taxonomy, SegmentStore& given_store)
        : options(given_options),
          listing(given_listing),
          store(given_store),
          sidecars(options.corpus_folders, listing),
          knowledge{taxonomy,
                    sidecars,
                    options.extractors,
                    {},
                    word::Abbreviations::with_local(options.local_abbreviations)},
          segment_key_base(base_of_segment_keys(options.extractors)) {}

    [[nodiscard]] BatchWorker worker() { return {options, knowledge, segment_key_base, store}; }

    /// Parts the listing and reads its batches; again while files change under it.
    std::vector<BatchResult> read_batches() {
        for (int reading = 1;; ++reading) {
            batches = batches_of(listing.files, options.jobs);
            std::vector<BatchResult> results(batches.size());
            Progress progress(options, listing);
            run_parallel(batches.size(), options.jobs, [&] {
                return [&, reader = std::make_shared<BatchWorker>(worker())](std::size_t number) {
                    results[number] = reader->run(batches[number], {});
                    progress.finish(batches[number], results[number]);
                };
            });
            const bool is_settled =
                std::all_of(results.begin(), results.end(),
                            [](const BatchResult& one) { return one.is_settled; });
            if (is_settled || reading == max_readings) return results;
        }
    }

    CorpusRun read() {
        std::vector<BatchResult> results = read_batches();
        BatchWorker reader = worker();
        resolve_duplicate_ids(batches, results, reader, claimed_ids);
        CorpusRun run;
        run.skipped = listing.skipped;
        run.skipped.insert(run.skipped.end(), sidecars.findings().begin(),
                           sidecars.findings().end());
        for (std::size_t i = 0; i < batches.size(); ++i) {
            entries.push_back(entry_of(results[i]));
            add(run, batches[i], results[i]);
        }
        run.reused = static_cast<std::size_t>(
            std::count_if(run.sources.begin(), run.sources.end(),
                          [](const SourceEntry& source) { return source.is_reused; }));
        return run;
    }

    std::vector<fs::path> merge_groups() {
        const std::vector<std::size_t> begins = groups_of(batches);
        std::vector<fs::path> folders(begins.size() - 1);
        run_parallel(folders.size(), options.jobs, [&] {
            return [&](std::size_t i) { folders[i] = merge_group(begins[i], begins[i + 1]); };
        });
        folders.erase(std::remove(folders.begin(), folders.end(), fs::path()), folders.end());
        return folders;
    }

    /// Where the batches from `begin` to `end` are merged; empty when they gave nothing.
    fs::path merge_group(std::size_t begin, std::size_t end) {
        std::vector<GroupEntry> group;
        std::vector<std::size_t> places;
        for (std::size_t i = begin; i < end; ++i) {
            if (entries[i].reports == 0) continue;
            group.push_back(entries[i]);
            places.push_back(i);
        }
        if (group.empty()) return {};
        if (auto full = refusals_by_disk(options.gate, options.index_folder, 0); !full.empty())
            throw Refused(std::move(full));
        return merged_group(group, store, options.jobs, [&](std::size_t damaged) {
            const std::size_t place = places[damaged];
            const auto lost = claimed_ids.find(place);
            (void)worker().run(batches[place],
                               lost == claimed_ids.end() ? std::set<std::string>{} : lost->second);
        });
    }

    const BuildOptions& options;
    const source::SourceListing& listing;
    SegmentStore& store;
    const report::Sidecars sidecars;
    const Knowledge knowledge;
    const std::string segment_key_base;
    std::vector<Batch> batches;
    std::vector<GroupEntry> entries;  ///< by batch
    /// By batch: ids that its reports lost to others before them.
    std::map<std::size_t, std::set<std::string>> claimed_ids;
};

CorpusReader::CorpusReader(const BuildOptions& options, const source::SourceListing& listing,
                           const report::Taxonomy& taxonomy, SegmentStore& store)
    : impl_(std::make_unique<Impl>(options, listing, taxonomy, store)) {}
CorpusReader::~CorpusReader() = default;

CorpusRun CorpusReader::read() { return impl_->read(); }

std::vector<fs::path> CorpusReader::merge_groups() { return impl_->merge_groups(); }

}  // namespace commsearch::generation
