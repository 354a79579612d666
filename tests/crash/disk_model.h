#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace commsearch {

/// One call of a program that changed a folder, as tests/crash/shim/fault_shim.cc takes them down.
struct JournalEntry {
    std::string call;                   ///< "create", "mkdir", "remove", "rename", "sync_file", …
    std::vector<std::string> operands;  ///< absolute paths; a copy's name behind sync_file's
};

[[nodiscard]] std::vector<JournalEntry> read_journal(const std::filesystem::path& journal);

/// What a disk may hold after a power cut: names that were not synced with their folder and bytes
/// that were not synced with their file are lost.
class DiskModel {
public:
    /// The folder `path` as it is before the program runs, all of it on the disk; `copy` holds the
    /// same and must not change.
    DiskModel(const std::filesystem::path& path, const std::filesystem::path& copy);
    ~DiskModel();
    DiskModel(const DiskModel&) = delete;
    DiskModel& operator=(const DiskModel&) = delete;

    /// One more call; copies of synced files are in `journal`.
    void apply(const JournalEntry& entry, const std::filesystem::path& journal);

    /// Which of the possible disks.
    enum class Survivors : std::uint8_t {
        synced_only,  ///< no name that was not synced
        all_names,    ///< every name, without the bytes that were not synced
        some_names    ///< some of the names, as `random` has it
    };
    /// Writes the disk after a cut into a new folder.
    void write(const std::filesystem::path& folder, Survivors survivors,
               std::mt19937_64& random) const;

private:
    struct Node;
    Node& parent_of(const std::string& path);
    std::shared_ptr<Node>& entry(const std::string& path);

    std::filesystem::path root_path_;
    std::unique_ptr<Node> root_;
};

}  // namespace commsearch
