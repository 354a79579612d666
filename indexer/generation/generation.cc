#include "indexer/generation/generation.h"

#include <chrono>
#include <ctime>
#include <optional>

#include "analyzers/base/message.h"
#include "indexer/generation/batch/segment_store.h"
#include "indexer/generation/corpus_run.h"
#include "indexer/generation/disk/build_lock.h"
#include "indexer/generation/disk/disk.h"
#include "indexer/generation/disk/utc.h"
#include "indexer/generation/merge/merge.h"
#include "indexer/generation/merge/self_check.h"
#include "indexer/generation/publish/gate.h"
#include "indexer/generation/publish/index_folder.h"
#include "indexer/generation/publish/last_run.h"
#include "indexer/generation/publish/manifest.h"
#include "indexer/segment/segment_merge.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

/// Refusals that a reason of the operator overrules are written into the manifest, others end the
/// build.
void refuse(std::vector<Refusal> refusals, const GateOptions& gate, Manifest& manifest) {
    if (refusals.empty()) return;
    if (gate.force.empty()) throw Refused(std::move(refusals));
    manifest.forced = gate.force;
    for (Refusal& refusal : refusals) manifest.refusals.push_back(std::move(refusal));
}

/// Refusals that nothing overrules.
void refuse(std::vector<Refusal> refusals) {
    if (!refusals.empty()) throw Refused(std::move(refusals));
}

/// The manifest of the published generation; nothing when there is none that can be read.
std::optional<Manifest> published_manifest(const fs::path& index_folder) {
    try {
        const std::string name = published_of(index_folder);
        if (!name.empty()) return read_manifest(index_folder / name);
    } catch (const Error&) {  // a damaged one is no measure, and about to be replaced
    }
    return std::nullopt;
}

/// One build on a locked index folder, step by step.
class GenerationBuilder {
public:
    explicit GenerationBuilder(const BuildOptions& options) : options_(options) {}

    BuildSummary run(const source::SourceListing& listing) {
        const fs::path& index = options_.index_folder;
        SegmentStore store(index / store_folder);
        const std::string count = std::to_string(listing.files.size());
        tell({"bắt đầu: " + count + " tệp", "begins: " + count + " files"});
        CorpusReader reader(options_, listing, taxonomy_, store);
        const CorpusRun run = reader.read();
        tell_what_was_read(run);
        Manifest manifest = manifest_of(run, options_.local_abbreviations);
        manifest.ignored = listing.ignored;
        refuse(refusals_by_counts(options_.gate, manifest, run.places, published_manifest(index)),
               options_.gate, manifest);
        const std::size_t number = next_generation(index);
        const ScratchFolder folder(index / building_name(number));
        merge(folder.path(), reader, run, manifest);
        tell_what_was_damaged(store);
        refuse(quick_check(folder.path(), run.reports));
        refuse(refusals_by_answers(options_.gate, folder.path()), options_.gate, manifest);
        finish(folder.path(), manifest);
        const std::string name = generation_name(number);
        publish(folder.path(), index, name);
        tell({"đã công bố " + name, "published " + name});
        prune(index, name, options_.keep);
        store.remove_unused();
        return summary_of(manifest, name);
    }

private:
    void tell(const Message& event) const {
        if (options_.on_event) options_.on_event(event);
    }

    void tell_what_was_read(const CorpusRun& run) const {
        if (run.reports.empty()) {
            throw Error(
                {"không có báo cáo nào đọc được trong các thư mục đã cho; chỉ mục cũ vẫn "
                 "được giữ nguyên",
                 "no report could be read from the given folders; the index stays as it "
                 "was"});
        }
        const std::string reports = std::to_string(run.reports.size());
        const std::string reused = std::to_string(run.reused);
        const std::string skipped = std::to_string(run.skipped.size());
        tell({"đã đọc: " + reports + " báo cáo, " + reused + " tệp không đổi, bỏ qua " + skipped,
              "read: " + reports + " reports, " + reused + " files unchanged, " + skipped +
                  " skipped"});
    }

    void tell_what_was_damaged(const SegmentStore& store) const {
        if (store.damaged() == 0) return;
        const std::string damaged = std::to_string(store.damaged());
        tell({"đã đọc lại " + damaged + " đoạn chỉ mục bị hỏng trong kho",
              damaged + " segments of the store were damaged and made anew"});
    }

    static std::size_t next_generation(const fs::path& index) {
        const auto generations = generations_of(index);
        return generations.empty() ? 1 : generations.rbegin()->first + 1;
    }

    /// Merges what was read into a database in `folder`.
    void merge(const fs::path& folder, CorpusReader& reader, const CorpusRun& run,
               const Manifest& manifest) const {
        tell({"đang gộp chỉ mục", "merging"});
        if (options_.on_progress)
            options_.on_progress({.files = manifest.files,
                                  .total_files = manifest.files,
                                  .reused = manifest.reused,
                                  .reports = manifest.reports,
                                  .passages = manifest.passages,
                                  .is_merging = true});
        std::vector<fs::path> groups = reader.merge_groups();
        refuse(refusals_by_disk(options_.gate, options_.index_folder,
                                bytes_to_merge(groups, folders_open(1))));
        const ScratchFolder scratch(folder / "scratch");
        groups.push_back(scratch.path() / "metadata");
        segment::write_metadata_segment(groups.back(), entries_of(run.places), taxonomy_,
                                        options_.local_abbreviations);
        merge_all(groups, folder, scratch.path(), options_.jobs, folders_open(1));
    }

    void finish(const fs::path& folder, Manifest& manifest) const {
        manifest.content = checksums_below(folder);
        manifest.built = utc_text(std::time(nullptr));
        manifest.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        write_manifest(folder, manifest);
    }

    static BuildSummary summary_of(const Manifest& manifest, const std::string& generation) {
        return {.generation = generation,
                .files = manifest.files,
                .ignored = manifest.ignored,
                .reused = manifest.reused,
                .reports = manifest.reports,
                .passages = manifest.passages,
                .skipped = manifest.skipped,
                .seconds = manifest.seconds};
    }

    const BuildOptions& options_;
    const report::Taxonomy taxonomy_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Keeps in the index folder what becomes of a build.
class RunRecord {
public:
    explicit RunRecord(const fs::path& index_folder) : index_folder_(index_folder) {
        run_.started = utc_text(std::time(nullptr));
        write_last_run(index_folder_, run_);
    }
    void published(const BuildSummary& summary) {
        run_.generation = summary.generation;
        run_.files = summary.files;
        run_.reused = summary.reused;
        run_.reports = summary.reports;
        run_.passages = summary.passages;
        run_.skipped = summary.skipped.size();
        end(RunResult::published);
    }
    void refused(const Refused& error) {
        run_.refusals = error.refusals();
        run_.error = error.message();
        end(RunResult::refused);
    }
    void failed(const Message& error) {
        run_.error = error;
        end(RunResult::failed);
    }

private:
    void end(RunResult result) {
        run_.result = result;
        run_.ended = utc_text(std::time(nullptr));
        run_.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        write_last_run(index_folder_, run_);
    }

    fs::path index_folder_;
    LastRun run_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

Error error_of(const fs::filesystem_error& error) {
    const std::string rest = " " + error.path1().string() + ": " + error.code().message();
    return Error({"không dùng được" + rest, "cannot use" + rest});
}

BuildSummary build_locked(const BuildOptions& options, RunRecord& record) {
    try {
        remove_leftovers(options.index_folder);
        BuildSummary summary =
            GenerationBuilder(options).run(source::list_sources(options.corpus_folders));
        record.published(summary);
        return summary;
    } catch (const Refused& error) {
        record.refused(error);
        throw;
    } catch (const Error& error) {
        record.failed(error.message());
        throw;
    } catch (const fs::filesystem_error& error) {
        record.failed(error_of(error).message());
        throw;
    } catch (const std::exception& error) {
        record.failed({error.what(), error.what()});
        throw;
    }
}

}  // namespace

BuildSummary build_generation(const BuildOptions& options) {
    try {
        check_index_folder(options.index_folder);
        fs::create_directories(options.index_folder);
        const BuildLock lock(options.index_folder);
        RunRecord record(options.index_folder);
        return build_locked(options, record);
    } catch (const fs::filesystem_error& error) {
        throw error_of(error);
    }
}

}  // namespace commsearch::generation
