#include "indexer/generation/batch/segment_store.h"

#include "analyzers/base/message.h"
#include "indexer/generation/disk/checked_file.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view unfinished_prefix = "new-";
constexpr const char* record_file = "record";

/// The record in a folder whose files, if wanted, are what it says they are. Throws Error
/// otherwise.
BatchRecord read_entry(const fs::path& folder, bool is_verified) {
    const std::string text = read_checked(folder / record_file);
    BatchRecord record = decode_batch_record(text);
    if (!is_verified) return record;
    for (const FileChecksums& file : record.files) {
        if (checksums_of(folder, file.name) != file)
            throw Error({"tệp hỏng " + (folder / file.name).string(),
                         "damaged file " + (folder / file.name).string()});
    }
    return record;
}

}  // namespace

SegmentStore::SegmentStore(fs::path folder) : folder_(std::move(folder)) {
    fs::create_directories(folder_);
    remove_unfinished();
}

SegmentStore::~SegmentStore() {
    try {
        remove_unfinished();
    } catch (const fs::filesystem_error&) {  // the next build will
    }
}

void SegmentStore::remove_unfinished() {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
        if (entry.path().filename().string().starts_with(unfinished_prefix))
            fs::remove_all(entry.path());
    }
}

void SegmentStore::use(const std::string& key) {
    const std::lock_guard lock(mutex_);
    used_.insert(key);
}

fs::path SegmentStore::folder_of(const std::string& key) const { return folder_ / key; }

std::optional<BatchRecord> SegmentStore::find(const std::string& key) { return find(key, false); }

std::optional<BatchRecord> SegmentStore::find_verified(const std::string& key) {
    return find(key, true);
}

std::optional<BatchRecord> SegmentStore::find(const std::string& key, bool is_verified) {
    const fs::path folder = folder_of(key);
    if (!fs::exists(folder)) return std::nullopt;
    try {
        BatchRecord record = read_entry(folder, is_verified);
        use(key);
        return record;
    } catch (const Error&) {
        const std::lock_guard lock(mutex_);
        fs::remove_all(folder);
        used_.erase(key);
        ++damaged_;
        return std::nullopt;
    }
}

fs::path SegmentStore::new_folder() {
    std::size_t number = 0;
    {
        const std::lock_guard lock(mutex_);
        number = next_folder_++;
    }
    const fs::path folder = folder_ / (std::string(unfinished_prefix) + std::to_string(number));
    fs::remove_all(folder);
    fs::create_directory(folder);
    return folder;
}

void SegmentStore::keep(const fs::path& folder, const std::string& key, BatchRecord& record) {
    record.files = checksums_below(folder);
    write_checked(folder / record_file, encode(record));
    const std::lock_guard lock(mutex_);
    // Two slices of a file that are the same have one entry.
    if (!used_.insert(key).second) return;
    fs::remove_all(folder_of(key));
    fs::rename(folder, folder_of(key));
}

void SegmentStore::remove_unused() {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
        if (used_.count(entry.path().filename().string()) == 0) fs::remove_all(entry.path());
    }
}

}  // namespace commsearch::generation
