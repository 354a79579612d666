#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

namespace commsearch::generation {

/// Throws UsageError for a folder that holds anything but an index: it is not ours to write into.
void check_index_folder(const std::filesystem::path& folder);

/// Throws UsageError for a folder that is no index.
void check_is_index(const std::filesystem::path& folder);

/// "gen-000012", the name of a generation's folder.
[[nodiscard]] std::string generation_name(std::size_t number);
/// Where generation `number` is written before it is published: "building-000012".
[[nodiscard]] std::string building_name(std::size_t number);
/// Number of a generation's folder; 0 for any other name.
[[nodiscard]] std::size_t generation_number(const std::string& name);
/// The folders of generations in an index, by number.
[[nodiscard]] std::map<std::size_t, std::filesystem::path> generations_of(
    const std::filesystem::path& index_folder);

/// The name of the published generation; empty when there is none. Throws Error when CURRENT names
/// no generation.
[[nodiscard]] std::string published_of(const std::filesystem::path& index_folder);

/// Makes generation `name`, which is in its folder, the published one in one step.
void point_to(const std::filesystem::path& index_folder, const std::string& name);
/// Makes a finished folder the published generation `name`, step by step so that a crash leaves the
/// old one or the new one.
void publish(const std::filesystem::path& folder, const std::filesystem::path& index_folder,
             const std::string& name);

/// More generations than anybody keeps.
inline constexpr std::size_t max_kept = 1000;

/// Removes the oldest generations but for `published` and the newest `kept` others; how many.
std::size_t prune(const std::filesystem::path& index_folder, const std::string& published,
                  std::size_t kept);
/// Removes what crashed builds left.
void remove_leftovers(const std::filesystem::path& index_folder);

}  // namespace commsearch::generation
