#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/generation/generation.h"
#include "tests/support/program.h"

namespace commsearch::generation {

/// Options of a build that the gate does not stop.
[[nodiscard]] BuildOptions night_options(const std::filesystem::path& corpus,
                                         const std::filesystem::path& index, std::size_t jobs = 1);
BuildSummary build(const std::filesystem::path& corpus, const std::filesystem::path& index,
                   std::size_t jobs = 1);

/// The folder of the published generation.
[[nodiscard]] std::filesystem::path served(const std::filesystem::path& index);

/// The answer as JSON, without what a rebuild changes.
[[nodiscard]] std::string answer(const std::filesystem::path& index, const std::string& query);

/// Both indexes hold the same, to the last posting, and answer alike.
void expect_equal(const std::filesystem::path& one, const std::filesystem::path& other);

/// Sixty generated reports.
[[nodiscard]] std::vector<std::string> generated_texts(std::uint64_t seed);

/// Flips a bit in the middle of each file of the store that `is_meant`.
void damage_store(const std::filesystem::path& index,
                  const std::function<bool(const std::filesystem::path&)>& is_meant);

}  // namespace commsearch::generation
