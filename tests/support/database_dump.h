#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace commsearch {

/// Checksums of all that a reader can get from a database: "terms" with their postings, "documents"
/// with data and values, "synonyms", "metadata". How the database is laid out does not show in it.
[[nodiscard]] std::map<std::string, std::string> dump_database(const std::filesystem::path& file);

}  // namespace commsearch
