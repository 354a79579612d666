#include "indexer/generation/corpus_run.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_set>
#include <utility>

#include "analyzers/analyzer.h"
#include "indexer/gazetteer.h"
#include "indexer/place_collector.h"
#include "indexer/report_parser.h"
#include "indexer/segment_builder.h"
#include "indexer/sidecar.h"
#include "indexer/villages.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

/// Files of a corpus handed out in pieces of about one segment, in order.
class WorkQueue {
public:
    explicit WorkQueue(const std::vector<SourceFile>& files) : files_(files) {}

    struct Batch {
        std::size_t number = 0;
        std::vector<SourceFile> files;
    };

    std::optional<Batch> next() {
        constexpr std::uintmax_t batch_bytes = 512U << 10U;
        const std::lock_guard lock(mutex_);
        if (next_file_ >= files_.size()) return std::nullopt;
        Batch batch{next_batch_++, {}};
        std::uintmax_t bytes = 0;
        while (next_file_ < files_.size() &&
               (batch.files.empty() || bytes + files_[next_file_].size <= batch_bytes)) {
            bytes += files_[next_file_].size;
            batch.files.push_back(files_[next_file_++]);
        }
        return batch;
    }

private:
    const std::vector<SourceFile>& files_;
    std::size_t next_file_ = 0;
    std::size_t next_batch_ = 0;
    std::mutex mutex_;
};

/// What the workers share; every access goes through the mutex.
class SharedState {
public:
    SharedState(const BuildOptions& options, const SourceListing& listing,
                const Gazetteer& gazetteer)
        : options_(options), places_(gazetteer) {
        summary_.skipped = listing.skipped;
        summary_.ignored = listing.ignored;
        progress_.total_files = listing.files.size();
        for (const SourceFile& file : listing.files) progress_.total_bytes += file.size;
    }

    void skip(Skipped skipped) {
        const std::lock_guard lock(mutex_);
        summary_.skipped.push_back(std::move(skipped));
    }

    /// False when that id was taken before.
    bool claim(const std::string& id) {
        const std::lock_guard lock(mutex_);
        return ids_.insert(id).second;
    }

    void add_report(const Report& report, std::size_t passages) {
        const std::lock_guard lock(mutex_);
        ++summary_.reports;
        summary_.passages += passages;
        std::vector<std::string> villages;
        for (const Village& village : report.villages) villages.push_back(full_name(village));
        places_.add(place_key_of(report.commune), villages);
    }

    void finish_file(const SourceFile& file) {
        const std::lock_guard lock(mutex_);
        ++summary_.files;
        progress_.files = summary_.files;
        progress_.bytes += file.size;
        progress_.reports = summary_.reports;
        progress_.passages = summary_.passages;
        if (options_.on_progress) options_.on_progress(progress_);
    }

    void add_segment(std::size_t batch, std::size_t part, fs::path folder) {
        const std::lock_guard lock(mutex_);
        segments_.emplace(std::pair{batch, part}, std::move(folder));
    }

    void fail(std::exception_ptr error) {
        const std::lock_guard lock(mutex_);
        if (!error_) error_ = std::move(error);
        failed_ = true;
    }
    [[nodiscard]] bool has_failed() const { return failed_; }

    /// After the workers have ended.
    void rethrow() const {
        if (error_) std::rethrow_exception(error_);
    }
    [[nodiscard]] std::vector<fs::path> segments() const {
        std::vector<fs::path> folders;
        for (const auto& [key, folder] : segments_) folders.push_back(folder);
        return folders;
    }
    [[nodiscard]] std::vector<PlaceEntry> places() const { return places_.places(); }
    [[nodiscard]] const BuildSummary& summary() const { return summary_; }
    [[nodiscard]] const BuildProgress& progress() const { return progress_; }

private:
    const BuildOptions& options_;
    std::mutex mutex_;
    BuildSummary summary_;
    BuildProgress progress_;
    std::unordered_set<std::string> ids_;
    PlaceCollector places_;
    std::map<std::pair<std::size_t, std::size_t>, fs::path> segments_;
    std::exception_ptr error_;
    std::atomic<bool> failed_ = false;
};

/// Immutable knowledge that all workers read.
struct Knowledge {
    const Taxonomy& taxonomy;
    const Sidecars& sidecars;
    Gazetteer gazetteer;
    Abbreviations abbreviations;
};

/// One thread's part of a build: batch after batch, files -> reports -> segments.
class Worker {
public:
    Worker(WorkQueue& queue, SharedState& state, const Knowledge& knowledge,
           const fs::path& scratch)
        : queue_(queue),
          state_(state),
          knowledge_(knowledge),
          scratch_(scratch),
          analyzer_(knowledge.abbreviations) {}

    void run() {
        try {
            while (!state_.has_failed()) {
                const auto batch = queue_.next();
                if (!batch) return;
                build(*batch);
            }
        } catch (...) {
            state_.fail(std::current_exception());
        }
    }

private:
    void build(const WorkQueue::Batch& batch) {
        batch_ = batch.number;
        part_ = 0;
        for (const SourceFile& file : batch.files) {
            read_source(
                file,
                [&](RawDocument document) {
                    knowledge_.sidecars.complete(document, file);
                    add(document);
                },
                [&](Skipped skipped) { state_.skip(std::move(skipped)); });
            state_.finish_file(file);
        }
        finish_segment();
    }

    void add(const RawDocument& document) {
        if (state_.has_failed()) return;
        const Report report = parse_report(document, knowledge_.gazetteer, knowledge_.taxonomy);
        std::size_t passages = 0;
        for (const Section& section : report.sections) passages += section.passages.size();
        if (passages == 0) {
            state_.skip({document.path, {"không có nội dung báo cáo", "it holds no report text"}});
            return;
        }
        if (!state_.claim(document.id)) {
            state_.skip({document.path,
                         {"trùng mã báo cáo \"" + document.id + "\" với một báo cáo đã đọc",
                          "its report id \"" + document.id + "\" was read before"}});
            return;
        }
        if (!segment_) {
            segment_folder_ = scratch_ / (std::to_string(batch_) + '-' + std::to_string(part_));
            segment_.emplace(segment_folder_, knowledge_.taxonomy, analyzer_);
        }
        segment_->add(report);
        state_.add_report(report, passages);
        if (segment_->passages() >= segment_passages) finish_segment();
    }

    void finish_segment() {
        if (!segment_) return;
        segment_->finish();
        segment_.reset();
        state_.add_segment(batch_, part_++, segment_folder_);
    }

    WorkQueue& queue_;
    SharedState& state_;
    const Knowledge& knowledge_;
    const fs::path& scratch_;
    Analyzer analyzer_;
    std::size_t batch_ = 0;
    std::size_t part_ = 0;
    fs::path segment_folder_;
    std::optional<SegmentBuilder> segment_;
};

}  // namespace

CorpusRun run_corpus(const BuildOptions& options, const SourceListing& listing,
                     const Taxonomy& taxonomy, const fs::path& scratch) {
    const Sidecars sidecars(options.corpus_folders, listing);
    const Knowledge knowledge{
        taxonomy, sidecars, {}, Abbreviations::with_local(options.local_abbreviations)};
    SharedState state(options, listing, knowledge.gazetteer);
    for (const Skipped& finding : sidecars.findings()) state.skip(finding);
    WorkQueue queue(listing.files);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < std::max<std::size_t>(options.jobs, 1); ++i) {
            threads.emplace_back([&] { Worker(queue, state, knowledge, scratch).run(); });
        }
    }
    state.rethrow();
    return {state.segments(), state.places(), state.summary(), state.progress()};
}

}  // namespace commsearch
