#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "indexer/generation/batch/batch_record.h"

namespace commsearch::generation {

/// The folder of the store, in the index folder.
inline constexpr const char* store_folder = "segments";

/// Keeps the segments of batches, and what groups of them were merged into, from build to build,
/// by a key of all they were made from. An entry is a folder with a record and the files that the
/// record names; it is whole or not there. For many threads at once.
class SegmentStore {
public:
    explicit SegmentStore(std::filesystem::path folder);
    /// Removes what was not kept.
    ~SegmentStore();
    SegmentStore(const SegmentStore&) = delete;
    SegmentStore& operator=(const SegmentStore&) = delete;

    /// The record of entry `key`, when it is there; an entry whose record is damaged is removed.
    /// Its segments are not looked at.
    [[nodiscard]] std::optional<BatchRecord> find(const std::string& key);
    /// The same, but every byte of its segments is compared with the record's checksums; a damaged
    /// entry is removed.
    [[nodiscard]] std::optional<BatchRecord> find_verified(const std::string& key);
    /// A new empty folder to write an entry into.
    [[nodiscard]] std::filesystem::path new_folder();
    /// Makes `folder` the entry `key`, completing `record` with the checksums of its files. Does
    /// not wait for the disk: what a power cut tears is found damaged by its checksums.
    void keep(const std::filesystem::path& folder, const std::string& key, BatchRecord& record);
    /// Where the segments of entry `key` are.
    [[nodiscard]] std::filesystem::path folder_of(const std::string& key) const;

    /// Entries that were damaged.
    [[nodiscard]] std::size_t damaged() const { return damaged_; }

    /// Removes the entries that were neither found nor kept.
    void remove_unused();

private:
    [[nodiscard]] std::optional<BatchRecord> find(const std::string& key, bool is_verified);
    void use(const std::string& key);
    void remove_unfinished();

    std::filesystem::path folder_;
    std::mutex mutex_;
    std::set<std::string> used_;
    std::size_t next_folder_ = 0;
    std::size_t damaged_ = 0;
};

}  // namespace commsearch::generation
