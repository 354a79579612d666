#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "indexer/generation/batch/batch_record.h"
#include "indexer/generation/disk/refusal.h"
#include "indexer/generation/publish/gate_options.h"
#include "indexer/generation/publish/manifest.h"

namespace commsearch::generation {

/// Refusals for the counts of a generation beside those of the published one.
[[nodiscard]] std::vector<Refusal> refusals_by_counts(const GateOptions& options,
                                                      const Manifest& candidate,
                                                      const Places& places,
                                                      const std::optional<Manifest>& published);

/// Refusals for answers: `folder` is a generation that is not published yet, in an index folder.
[[nodiscard]] std::vector<Refusal> refusals_by_answers(const GateOptions& options,
                                                       const std::filesystem::path& folder);

/// A refusal when writing `bytes` more would leave less free than wanted on the folder's disk.
[[nodiscard]] std::vector<Refusal> refusals_by_disk(const GateOptions& options,
                                                    const std::filesystem::path& folder,
                                                    std::uintmax_t bytes);

}  // namespace commsearch::generation
