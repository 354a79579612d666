#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/base/message.h"

namespace commsearch::cli {

/// A query whose answer is known.
struct GoldenQuery {
    std::string query;
    std::string report;  ///< id of a report among its first ten; empty: whatever it finds
};

/// Reads a table, a query a line: "QUERY" or "QUERY<TAB>REPORT_ID"; lines that begin with '#' are
/// remarks. Throws UsageError when it cannot be read or holds no query.
[[nodiscard]] std::vector<GoldenQuery> read_golden_queries(const std::filesystem::path& file);

/// Asks the published generation of an index; one message for each query that fails.
[[nodiscard]] std::vector<Message> ask_golden_queries(const std::vector<GoldenQuery>& queries,
                                                      const std::filesystem::path& index_folder);

/// The lines of a text file but for empty ones and remarks. Throws UsageError when it cannot be
/// read.
[[nodiscard]] std::vector<std::string> read_lines(const std::filesystem::path& file);

}  // namespace commsearch::cli
