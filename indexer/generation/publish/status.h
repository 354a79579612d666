#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/generation/publish/last_run.h"
#include "indexer/generation/publish/manifest.h"

namespace commsearch::generation {

/// A generation in an index folder.
struct GenerationEntry {
    std::string name;
    bool is_published = false;
    std::uintmax_t bytes = 0;
    std::optional<Manifest> manifest;  ///< nothing when it cannot be read
};

/// What is known of an index folder without reading its databases.
struct IndexStatus {
    std::int64_t now = 0;                      ///< seconds since 1970
    std::vector<GenerationEntry> generations;  ///< oldest first
    std::optional<LastRun> last_run;
    bool is_interrupted = false;  ///< the last run neither ended nor goes on
    std::string holder;           ///< of the lock; empty when no build runs
    Message damage;               ///< why there is no published generation; empty when there is one
    std::uintmax_t store_bytes = 0;
    std::uintmax_t free_bytes = 0;

    /// The published generation; nullptr when there is none.
    [[nodiscard]] const GenerationEntry* published() const;
    /// Seconds since the published generation was built; 0 when its time is unknown or lies ahead.
    [[nodiscard]] std::int64_t age() const;
    /// Whether the last run published.
    [[nodiscard]] bool is_well() const;
};

/// Looks at an index folder. Throws UsageError when there is none.
[[nodiscard]] IndexStatus read_status(const std::filesystem::path& index_folder);

/// For people, several lines.
[[nodiscard]] std::string status_text(const IndexStatus& status, Language language);
/// The generations, a line each.
[[nodiscard]] std::string list_text(const IndexStatus& status, Language language);
/// For programs: docs/operations.md has the keys.
[[nodiscard]] std::string status_json(const IndexStatus& status);
/// For the node exporter's textfile collector: docs/operations.md has the names.
[[nodiscard]] std::string metrics_text(const IndexStatus& status);

}  // namespace commsearch::generation
