#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "indexer/generation/refusal.h"

namespace commsearch {

/// Looks at a database from end to end: its structure, every report and every passage, and whether
/// there are as many as they should be. What is wrong, empty when it is sound.
[[nodiscard]] std::vector<Refusal> self_check(const std::filesystem::path& database,
                                              std::size_t reports, std::size_t passages);

}  // namespace commsearch
