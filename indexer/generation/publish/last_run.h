#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/generation/disk/refusal.h"

namespace commsearch::generation {

/// How a build ended.
enum class RunResult : std::uint8_t { running, published, refused, failed };

/// What the last build on an index folder did: kept in last-run.json there, whatever its end.
struct LastRun {
    RunResult result = RunResult::running;
    std::string started, ended;  ///< utc_text; `ended` empty while it runs
    double seconds = 0;
    std::string generation;  ///< that it published
    std::size_t files = 0, reused = 0, reports = 0, passages = 0, skipped = 0;
    Message error;                  ///< when it failed
    std::vector<Refusal> refusals;  ///< when it was refused
};

/// "published"
[[nodiscard]] std::string_view slug(RunResult result);
/// Throws Error for what is no such name.
[[nodiscard]] RunResult run_result_of(std::string_view slug);

[[nodiscard]] std::string encode(const LastRun& run);
/// Throws Error when `bytes` is no such record.
[[nodiscard]] LastRun decode_last_run(std::string_view bytes);

/// Writes the record into the index folder. A disk that does not take it is no error: the run has
/// its own to tell.
void write_last_run(const std::filesystem::path& index_folder, const LastRun& run);
/// The record of an index folder; nothing when there is none, or a damaged one.
[[nodiscard]] std::optional<LastRun> read_last_run(const std::filesystem::path& index_folder);

}  // namespace commsearch::generation
