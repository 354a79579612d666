#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/value/place_id.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/review/coverage/coverage.h"

namespace commsearch::review {

/// Which communes are meant.
struct CoverageArea {
    std::string district;  ///< name with or without type; may be empty
    std::string province;  ///< as above
    std::set<Epoch> epochs;
};

/// The communes that have any report, the older epoch first, then by code.
[[nodiscard]] std::vector<report::Commune> communes_that_filed(
    const std::vector<FiledReport>& reports, const report::Gazetteer& gazetteer);

/// Every commune of a province or district, the older epoch first, then by code. Throws UsageError
/// when there is none in those epochs, or when several districts have the name.
[[nodiscard]] std::vector<report::Commune> communes_within(const CoverageArea& area,
                                                           const report::Gazetteer& gazetteer);

/// The communes of a list, in its order, each once. A line is a code ("15079", "pre2025:15079") or
/// a name with or without type; behind a tab its district or province, behind another its province,
/// for which those of `area` stand where a line has none. Blank lines and lines that begin with #
/// are left out. A name is one of each of the epochs that have it. Throws UsageError that names
/// `file` and each line that means no commune or several (the first twenty), or when the list is
/// empty.
[[nodiscard]] std::vector<report::Commune> listed_communes(std::string_view list,
                                                           const std::string& file,
                                                           const CoverageArea& area,
                                                           const report::Gazetteer& gazetteer);

}  // namespace commsearch::review
