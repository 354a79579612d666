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

/// A corpus that changes while it is read is read again so many times.
constexpr int max_readings = 3;

/// A batch as it goes into the index.
struct BatchResult {
    std::vector<std::string> checksums;  ///< of its files, or of its piece
    std::string key;                     ///< of its entry in the store
    BatchRecord record;
    bool is_reused = false;
    bool is_settled = true;  ///< it did not change while it was read
};

std::string source_checksum(const SourceFile& file) {
    try {
        return checksum_of_source(file.path);
    } catch (const Error&) {  // reading it will tell why
        return "";
    }
}

std::string piece_checksum(const SourceFile& file, const LineSpan& lines) {
    try {
        return checksum_of_lines(file.path, lines);
    } catch (const Error&) {
        return "";
    }
}

/// Checksums of what a batch's files hold now.
std::vector<std::string> source_checksums(const Batch& batch) {
    if (batch.piece) return {piece_checksum(batch.files.front(), batch.piece->lines)};
    std::vector<std::string> checksums;
    for (const SourceFile& file : batch.files) checksums.push_back(source_checksum(file));
    return checksums;
}

std::uintmax_t bytes_of(const Batch& batch) {
    if (batch.piece) return batch.piece->lines.end - batch.piece->lines.begin;
    std::uintmax_t bytes = 0;
    for (const SourceFile& file : batch.files) bytes += file.size;
    return bytes;
}

/// The files that end with a batch.
std::size_t files_of(const Batch& batch) {
    if (!batch.piece) return batch.files.size();
    return batch.piece->lines.end >= batch.files.front().size ? 1 : 0;
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
        result.checksums = batch.piece ? std::vector{batch.piece->checksum}
                                       : source_checksums(batch);
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
        for (std::size_t i = 0; i < batch.files.size(); ++i) {
            const SourceFile& file = batch.files[i];
            for (const std::string& part :
                 {file.id, file.path.native(), checksums[i], stated_of(file, batch)})
                sum.add_text(part);
        }
        for (const std::string& id : taken) sum.add_text(id);
        return sum.hex();
    }

    [[nodiscard]] std::string stated_of(const SourceFile& file, const Batch& batch) const {
        return batch.piece ? knowledge_.sidecars.stated_of(file, batch.piece->lines)
                           : knowledge_.sidecars.stated_of(file);
    }

    void read(const Batch& batch, const std::set<std::string>& taken, BatchResult& result) {
        if (auto full = refusals_by_disk(options_.gate, options_.index_folder, 0); !full.empty())
            throw Refused(std::move(full));
        const fs::path folder = store_.new_folder();
        result.record = builder_.build(batch, taken, folder);
        // What changed meanwhile is kept under a name that is never found again.
        result.is_settled = source_checksums(batch) == result.checksums;
        if (!result.is_settled)
            result.key = checksum_of(result.key + " unsettled " + folder.filename().string());
        store_.keep(folder, result.key, result.record);
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

void add_sources(CorpusRun& run, const Batch& batch, const BatchResult& result) {
    for (std::size_t i = 0; i < batch.files.size(); ++i) {
        const SourceFile& file = batch.files[i];
        const bool is_new = run.sources.empty() || run.sources.back().id != file.id;
        if (is_new) {
            const std::string& checksum =
                batch.piece ? batch.file_checksum : result.checksums[i];
            run.sources.push_back({file.id, file.size, checksum, true});
        }
        SourceEntry& source = run.sources.back();
        source.is_reused = source.is_reused && result.is_reused;
    }
}

void add(CorpusRun& run, const Batch& batch, BatchResult& result, const SegmentStore& store) {
    add_sources(run, batch, result);
    for (ReportEntry& report : result.record.reports) {
        run.passages += report.passages;
        run.reports.push_back(std::move(report));
    }
    if (batch.piece) move_lines(result.record.skipped, 0, batch.piece->lines.lines_before);
    for (Skipped& skipped : result.record.skipped) run.skipped.push_back(std::move(skipped));
    for (const auto& [key, place] : result.record.places) add_place(run.places, place);
    for (const std::string& segment : result.record.segments)
        run.segments.push_back(store.folder_of(result.key) / segment);
    result.record = {};
}

/// Parts a listing and reads its batches, in order; again while files change under it.
std::vector<BatchResult> read_all(const BuildOptions& options, const SourceListing& listing,
                                  const Knowledge& knowledge, const std::string& pipeline, SegmentStore& store,
                                  std::vector<Batch>& batches) {
    for (int reading = 1;; ++reading) {
        batches = batches_of(listing.files, options.jobs);
        std::vector<BatchResult> results(batches.size());
        Progress progress(options, listing);
        run_parallel(batches.size(), options.jobs, [&] {
            return [&, worker = std::make_shared<Worker>(options, knowledge, pipeline, store)](
                       std::size_t number) {
                results[number] = worker->run(batches[number], {});
                progress.finish(batches[number], results[number]);
            };
        });
        const bool is_settled = std::all_of(results.begin(), results.end(),
                                            [](const BatchResult& one) { return one.is_settled; });
        if (is_settled || reading == max_readings) return results;
    }
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
    std::vector<Batch> batches;
    std::vector<BatchResult> results =
        read_all(options, listing, knowledge, pipeline, store, batches);
    Worker worker(options, knowledge, pipeline, store);
    settle_ids(batches, results, worker);
    CorpusRun run;
    run.skipped = listing.skipped;
    run.skipped.insert(run.skipped.end(), sidecars.findings().begin(), sidecars.findings().end());
    for (std::size_t i = 0; i < batches.size(); ++i) add(run, batches[i], results[i], store);
    run.reused = static_cast<std::size_t>(
        std::count_if(run.sources.begin(), run.sources.end(),
                      [](const SourceEntry& source) { return source.is_reused; }));
    return run;
}

}  // namespace commsearch
