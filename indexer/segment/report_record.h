#pragma once

#include <cstdint>
#include <string>

#include "indexer/report/report.h"
#include "indexer/schema/columns.h"
#include "indexer/schema/schema.h"
#include "indexer/segment/topic_table.h"

namespace commsearch::segment {

/// What the index stores of a report to show it: ReportRecord.
[[nodiscard]] schema::ReportRecord record_of(const report::Report& report,
                                             const TopicTable& topics);

/// What the columns store of it, for filters, facets and ranking; ReportRow::defines is left 0.
[[nodiscard]] schema::ReportRow row_of(const report::Report& report,
                                       const schema::ReportRecord& record);

/// The number of the document that the report is one part of, 0 for a whole one.
[[nodiscard]] std::uint64_t document_number_of(const report::Report& report);

/// The innermost heading without its number: "1.9. Xây dựng nông thôn mới:" -> "Xây dựng nông thôn
/// mới". Fits a term.
[[nodiscard]] std::string heading_label(const schema::ReportRecord::Section& section);

/// Kind and name of a commune: "xã Bản Liền".
[[nodiscard]] std::string full_name(const report::Commune& commune);

}  // namespace commsearch::segment
