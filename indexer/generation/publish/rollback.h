#pragma once

#include <filesystem>
#include <string>

namespace commsearch::generation {

/// Makes generation `name` the published one; an empty name: the newest sound one before it.
/// Returns its name. Throws UsageError when there is no such generation, Error when it is damaged
/// or of another version of commsearch.
std::string roll_back(const std::filesystem::path& index_folder, const std::string& name);

}  // namespace commsearch::generation
