#include "indexer/generation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <exception>
#include <fstream>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>
#include <unordered_set>

#include "analyzers/analyzer.h"
#include "indexer/gazetteer.h"
#include "indexer/report_parser.h"
#include "indexer/segment_builder.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view generation_prefix = "gen-";
constexpr std::string_view building_prefix = "building-";

[[noreturn]] void throw_system(const std::string& vi, const std::string& en, const fs::path& path,
                               int error) {
    const std::string reason = std::strerror(error);
    throw Error(
        {vi + " " + path.string() + ": " + reason, en + " " + path.string() + ": " + reason});
}

/// An open file or folder, closed at the end.
class Descriptor {
public:
    Descriptor(const fs::path& path, int flags, mode_t mode = 0644)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
        if (number_ < 0) throw_system("không mở được", "cannot open", path, errno);
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

void sync(const fs::path& path, int flags) {
    const Descriptor file(path, flags);
    if (::fsync(file.number()) != 0)
        throw_system("không ghi được xuống đĩa", "cannot write to disk", path, errno);
}

/// Held while a build runs; the kernel frees it when the process ends, however it ends.
class BuildLock {
public:
    explicit BuildLock(const fs::path& index_folder)
        : file_(index_folder / ".lock", O_RDWR | O_CREAT) {
        if (::flock(file_.number(), LOCK_EX | LOCK_NB) != 0) {
            throw Error(
                {"một lượt lập chỉ mục khác đang chạy trên " + index_folder.string() +
                     "; hãy đợi nó xong",
                 "another build is running on " + index_folder.string() + "; wait for it to end"});
        }
    }

private:
    Descriptor file_;
};

/// A folder that vanishes unless it is kept.
class ScratchFolder {
public:
    explicit ScratchFolder(fs::path path) : path_(std::move(path)) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

std::string numbered(std::string_view prefix, std::size_t number) {
    constexpr std::size_t digits = 6;
    const std::string text = std::to_string(number);
    return std::string(prefix) + std::string(text.size() < digits ? digits - text.size() : 0, '0') +
           text;
}

/// Number of a generation folder; 0 for any other name.
std::size_t generation_number(const std::string& name) {
    if (!name.starts_with(generation_prefix)) return 0;
    const std::string digits = name.substr(generation_prefix.size());
    if (digits.empty() || digits.size() > 9 ||
        digits.find_first_not_of("0123456789") != std::string::npos)
        return 0;
    return std::stoul(digits);
}

/// Folders of generations in an index, by number.
std::map<std::size_t, fs::path> generations_of(const fs::path& index_folder) {
    std::map<std::size_t, fs::path> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(index_folder)) {
        const std::size_t number = generation_number(entry.path().filename().string());
        if (number > 0) found.emplace(number, entry.path());
    }
    return found;
}

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
    SharedState(const BuildOptions& options, const SourceListing& listing) : options_(options) {
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
        add_place(report.commune, report.successors);
        for (const Commune& successor : report.successors) add_place(successor, {});
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
    void start_merging() {
        progress_.is_merging = true;
        if (options_.on_progress) options_.on_progress(progress_);
    }
    [[nodiscard]] std::vector<fs::path> segments() const {
        std::vector<fs::path> folders;
        for (const auto& [key, folder] : segments_) folders.push_back(folder);
        return folders;
    }
    [[nodiscard]] std::vector<PlaceEntry> places() const {
        std::vector<PlaceEntry> all;
        for (const auto& [key, place] : places_) all.push_back(place);
        return all;
    }
    BuildSummary& summary() { return summary_; }

private:
    void add_place(const Commune& commune, const std::vector<Commune>& successors) {
        const std::string key = place_key_of(commune);
        if (key.empty()) return;
        PlaceEntry& place = places_[key];
        if (place.key.empty())
            place = {key, commune.type, commune.name, commune.district, commune.province, {}};
        if (!place.successors.empty()) return;
        for (const Commune& successor : successors)
            place.successors.push_back(place_key_of(successor));
    }

    const BuildOptions& options_;
    std::mutex mutex_;
    BuildSummary summary_;
    BuildProgress progress_;
    std::unordered_set<std::string> ids_;
    std::map<std::string, PlaceEntry> places_;
    std::map<std::pair<std::size_t, std::size_t>, fs::path> segments_;
    std::exception_ptr error_;
    std::atomic<bool> failed_ = false;
};

/// Immutable knowledge that all workers read.
struct Knowledge {
    Gazetteer gazetteer;
    Taxonomy taxonomy;
    Abbreviations abbreviations;
};

/// One thread's part of a build: batch after batch, files -> reports -> segments.
class Worker {
public:
    Worker(WorkQueue& queue, SharedState& state, const Knowledge& knowledge,
           const Extractors& extractors, const fs::path& scratch)
        : queue_(queue),
          state_(state),
          knowledge_(knowledge),
          extractors_(extractors),
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
                file, [&](RawDocument document) { add(document); },
                [&](Skipped skipped) { state_.skip(std::move(skipped)); }, extractors_);
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
            segment_folder_ =
                scratch_ / (numbered("segment-", batch_) + '-' + std::to_string(part_));
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
    const Extractors& extractors_;
    const fs::path& scratch_;
    Analyzer analyzer_;
    std::size_t batch_ = 0;
    std::size_t part_ = 0;
    fs::path segment_folder_;
    std::optional<SegmentBuilder> segment_;
};

void write_file(const fs::path& path, const std::string& content) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << content;
    file.close();
    if (!file) throw_system("không ghi được", "cannot write", path, errno);
    sync(path, O_RDONLY);
}

std::string now_utc() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), size};
}

std::string manifest_of(const BuildSummary& summary) {
    nlohmann::ordered_json manifest;
    manifest["version"] = 1;
    manifest["schema"] = schema_version;
    manifest["analyzer"] = analyzer_fingerprint();
    manifest["built"] = now_utc();
    manifest["files"] = summary.files;
    manifest["ignored"] = summary.ignored;
    manifest["reports"] = summary.reports;
    manifest["passages"] = summary.passages;
    manifest["skipped"] = nlohmann::ordered_json::array();
    for (const Skipped& skipped : summary.skipped) {
        manifest["skipped"].push_back({{"path", skipped.path}, {"reason", skipped.reason.en}});
    }
    constexpr int indent = 2;
    return manifest.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
           '\n';
}

/// Runs the workers and merges what they wrote into `folder`.
void build_into(const fs::path& folder, const BuildOptions& options, const SourceListing& listing,
                SharedState& state) {
    const ScratchFolder scratch(folder / "segments");
    const Knowledge knowledge{{}, {}, Abbreviations::with_local(options.local_abbreviations)};
    WorkQueue queue(listing.files);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < std::max<std::size_t>(options.jobs, 1); ++i) {
            threads.emplace_back(
                [&] { Worker(queue, state, knowledge, options.extractors, scratch.path()).run(); });
        }
    }
    state.rethrow();
    if (state.summary().reports == 0) {
        throw Error(
            {"không có báo cáo nào đọc được trong các thư mục đã cho; chỉ mục cũ vẫn được giữ "
             "nguyên",
             "no report could be read from the given folders; the index stays as it was"});
    }
    state.start_merging();
    std::vector<fs::path> segments = state.segments();
    segments.push_back(scratch.path() / "metadata");
    write_metadata_segment(segments.back(), state.places(), knowledge.taxonomy,
                           options.local_abbreviations);
    merge_segments(segments, folder / database_file);
}

/// Makes a finished folder the published generation, step by step so that a crash leaves the old
/// one or the new one.
void publish(const fs::path& folder, const fs::path& index_folder, const std::string& name) {
    sync(folder / database_file, O_RDONLY);
    sync(folder, O_RDONLY | O_DIRECTORY);
    fs::rename(folder, index_folder / name);
    sync(index_folder, O_RDONLY | O_DIRECTORY);
    const fs::path next = index_folder / (std::string(current_file) + ".new");
    write_file(next, name + '\n');
    fs::rename(next, index_folder / current_file);
    sync(index_folder, O_RDONLY | O_DIRECTORY);
}

/// Removes what crashed builds left and the oldest generations.
void prune(const fs::path& index_folder, const std::string& published) {
    std::map<std::size_t, fs::path> generations = generations_of(index_folder);
    generations.erase(generation_number(published));
    std::error_code ignored;
    while (generations.size() > kept_generations) {
        fs::remove_all(generations.begin()->second, ignored);
        generations.erase(generations.begin());
    }
}

void remove_leftovers(const fs::path& index_folder) {
    for (const fs::directory_entry& entry : fs::directory_iterator(index_folder)) {
        if (entry.path().filename().string().starts_with(building_prefix))
            fs::remove_all(entry.path());
    }
}

/// A folder that holds anything but an index is not ours to write into.
void check_index_folder(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder, ignored) || fs::is_empty(folder, ignored)) return;
    if (fs::exists(folder / current_file, ignored) || fs::exists(folder / ".lock", ignored)) return;
    throw UsageError(
        {"thư mục " + folder.string() + " có dữ liệu khác; hãy chọn một thư mục trống làm chỉ mục",
         "the folder " + folder.string() + " holds other data; choose an empty one for the index"});
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
        const std::map<std::size_t, fs::path> generations = generations_of(options.index_folder);
        const std::size_t number = generations.empty() ? 1 : generations.rbegin()->first + 1;

        SharedState state(options, listing);
        const ScratchFolder folder(options.index_folder / numbered(building_prefix, number));
        build_into(folder.path(), options, listing, state);
        BuildSummary& summary = state.summary();
        group_missing(summary.skipped);
        std::sort(summary.skipped.begin(), summary.skipped.end(),
                  [](const Skipped& a, const Skipped& b) { return a.path < b.path; });
        summary.generation = numbered(generation_prefix, number);
        write_file(folder.path() / manifest_file, manifest_of(summary));
        publish(folder.path(), options.index_folder, summary.generation);
        prune(options.index_folder, summary.generation);
        summary.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return summary;
    } catch (const fs::filesystem_error& error) {
        throw_system("không dùng được", "cannot use", error.path1(), error.code().value());
    }
}

}  // namespace commsearch
