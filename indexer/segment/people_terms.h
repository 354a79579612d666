#pragma once

#include <set>
#include <string>

#include "analyzers/analyzer.h"
#include "indexer/schema/report_description.h"

namespace commsearch::segment {

/// The terms by which filters find what a report is called, who signed it and who gets it
/// (schema::prefix_title, prefix_signer, prefix_recipient). Of a signer the name stands between two times the office, so that both
/// "Phó Chủ tịch Lý Văn Thìn" and "Lý Văn Thìn, Phó Chủ tịch" are words in a row.
[[nodiscard]] std::set<std::string> people_terms(const schema::ReportDescription& about,
                                                 Analyzer& analyzer,
                                                 const abbreviation::ReadingContext& reading);

}  // namespace commsearch::segment
