#pragma once

#include <filesystem>
#include <vector>

#include "indexer/review/coverage/coverage.h"

namespace commsearch::cli {

/// The reports of communes in the published generation, and those of which nothing tells whose they
/// are; papers that are no reports left out. Throws Error as Searcher does.
[[nodiscard]] std::vector<review::FiledReport> filed_reports(
    const std::filesystem::path& index_folder);

}  // namespace commsearch::cli
