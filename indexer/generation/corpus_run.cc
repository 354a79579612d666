#include "indexer/generation/corpus_run.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "indexer/checksum.h"
#include "indexer/generation/batch_builder.h"
#include "indexer/generation/batches.h"
#include "indexer/generation/gate.h"
#include "indexer/generation/parallel.h"
#include "indexer/generation/pipeline.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

/// A file that changes while it is read is read again so many times.
constexpr int max_readings = 3;

/// A batch as it goes into the index.
struct BatchResult {
    std::vector<std::string> checksums;  ///< of its files
    std::string key;                     ///< of its entry in the store
    BatchRecord record;
    bool is_reused = false;
};

std::string source_checksum(const SourceFile& file) {
    try {
        return checksum_of_source(file.path);
    } catch (const Error&) {  // reading it will tell why
        return "";
    }
}

std::vector<std::string> source_checksums(const Batch& batch) {
    std::vector<std::string> checksums;
    for (const SourceFile& file : batch) checksums.push_back(source_checksum(file));
    return checksums;
}

/// How far the build is.
class Progress {
public:
    Progress(const BuildOptions& options, const SourceListing& listing) : options_(options) {
        progress_.total_files = listing.files.size();
        for (const SourceFile& file : listing.files) progress_.total_bytes += file.size;
    }

    void finish(const Batch& batch, const BatchResult& result) {
        const std::lock_guard lock(mutex_);
        for (const SourceFile& file : batch) progress_.bytes += file.size;
        progress_.files += batch.size();
        if (result.is_reused) progress_.reused += batch.size();
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

/// One thread's part: batches -> entries of the store.
class Worker {
public:
    Worker(const BuildOptions& options, const Knowledge& knowledge, const std::string& pipeline,
           SegmentStore& store)
        : options_(options),
          knowledge_(knowledge),
          pipeline_(pipeline),
          store_(store),
          builder_(knowledge) {}

    /// Finds a batch in the store or reads it; reports whose ids are `taken` are left out.
    BatchResult run(const Batch& batch, const std::set<std::string>& taken) {
        BatchResult result;
        result.checksums = source_checksums(batch);
        result.key = key_of(batch, result.checksums, taken);
        std::optional<BatchRecord> known;
        if (!options_.rebuild) known = store_.find(result.key);
        result.is_reused = known.has_value();
        if (known) {
            result.record = std::move(*known);
        } else {
            read(batch, taken, result);
        }
        return result;
    }

private:
    /// The name of all that a batch's segments are made from.
    [[nodiscard]] std::string key_of(const Batch& batch, const std::vector<std::string>& checksums,
                                     const std::set<std::string>& taken) const {
        Checksum sum;
        sum.add_text(pipeline_);
        sum.add_text(options_.local_abbreviations);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            for (const std::string& part : {batch[i].id, batch[i].path.native(), checksums[i],
                                            knowledge_.sidecars.stated_of(batch[i])}) {
                sum.add_text(part);
            }
        }
        for (const std::string& id : taken) sum.add_text(id);
        return sum.hex();
    }

    void read(const Batch& batch, const std::set<std::string>& taken, BatchResult& result) {
        for (int reading = 1;; ++reading) {
            if (auto full = refusals_by_disk(options_.gate, options_.index_folder, 0);
                !full.empty())
                throw Refused(std::move(full));
            const fs::path folder = store_.new_folder();
            result.record = builder_.build(batch, taken, folder);
            std::vector<std::string> now = source_checksums(batch);
            const bool is_settled = now == result.checksums;
            if (!is_settled && reading < max_readings) {
                result.checksums = std::move(now);
                result.key = key_of(batch, result.checksums, taken);
                fs::remove_all(folder);
                continue;
            }
            // Whatever still changes is indexed as it was read and never found again.
            if (!is_settled) result.key = checksum_of(result.key + " unsettled");
            return store_.keep(folder, result.key, result.record);
        }
    }

    const BuildOptions& options_;
    const Knowledge& knowledge_;
    const std::string& pipeline_;
    SegmentStore& store_;
    BatchBuilder builder_;
};

/// Of ids that several batches have, the first keeps it: later batches are made without.
void settle_ids(const std::vector<Batch>& batches, std::vector<BatchResult>& results,
                Worker& worker) {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        std::set<std::string> taken;
        for (const ReportEntry& report : results[i].record.reports) {
            if (ids.count(report.id) > 0) taken.insert(report.id);
        }
        if (!taken.empty()) results[i] = worker.run(batches[i], taken);
        for (const ReportEntry& report : results[i].record.reports) ids.insert(report.id);
    }
}

void add(CorpusRun& run, const Batch& batch, BatchResult& result, const SegmentStore& store) {
    for (std::size_t i = 0; i < batch.size(); ++i)
        run.sources.push_back({batch[i].id, batch[i].size, result.checksums[i]});
    if (result.is_reused) run.reused += batch.size();
    for (ReportEntry& report : result.record.reports) {
        run.passages += report.passages;
        run.reports.push_back(std::move(report));
    }
    for (Skipped& skipped : result.record.skipped) run.skipped.push_back(std::move(skipped));
    for (const auto& [key, place] : result.record.places) add_place(run.places, place);
    for (const std::string& segment : result.record.segments)
        run.segments.push_back(store.folder_of(result.key) / segment);
}

}  // namespace

CorpusRun run_corpus(const BuildOptions& options, const SourceListing& listing,
                     const Taxonomy& taxonomy, SegmentStore& store) {
    const Sidecars sidecars(options.corpus_folders, listing);
    const Knowledge knowledge{taxonomy,
                              sidecars,
                              options.extractors,
                              {},
                              Abbreviations::with_local(options.local_abbreviations)};
    const std::string pipeline = pipeline_fingerprint(options.extractors);
    const std::vector<Batch> batches = batches_of(listing.files);
    std::vector<BatchResult> results(batches.size());
    Progress progress(options, listing);
    run_parallel(batches.size(), options.jobs, [&] {
        return [&, worker = std::make_shared<Worker>(options, knowledge, pipeline, store)](
                   std::size_t number) {
            results[number] = worker->run(batches[number], {});
            progress.finish(batches[number], results[number]);
        };
    });
    Worker worker(options, knowledge, pipeline, store);
    settle_ids(batches, results, worker);
    CorpusRun run;
    run.skipped = listing.skipped;
    run.skipped.insert(run.skipped.end(), sidecars.findings().begin(), sidecars.findings().end());
    for (std::size_t i = 0; i < batches.size(); ++i) add(run, batches[i], results[i], store);
    return run;
}

}  // namespace commsearch
