#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "indexer/generation/batch/batch_record.h"
#include "indexer/generation/disk/refusal.h"

namespace commsearch::generation {

/// Looks at the database of a merged folder from end to end: its structure, every report and every
/// passage, and whether there are as many as they should be. What is wrong, empty when it is sound.
[[nodiscard]] std::vector<Refusal> self_check(const std::filesystem::path& folder,
                                              std::size_t reports, std::size_t passages);

/// Looks whether every report is where it should be in a folder that was merged from others that
/// were checked from end to end. What is wrong, empty when it is sound.
[[nodiscard]] std::vector<Refusal> quick_check(const std::filesystem::path& folder,
                                               const std::vector<ReportEntry>& reports);

}  // namespace commsearch::generation
