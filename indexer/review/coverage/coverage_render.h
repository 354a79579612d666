#pragma once

#include <string>

#include "analyzers/base/message.h"
#include "indexer/review/coverage/coverage.h"
#include "indexer/review/coverage/coverage_periods.h"

namespace commsearch::review {

/// For a person: a table an issuer and year, at most 80 columns wide, then what is late and what is
/// wrong with the counting.
[[nodiscard]] std::string coverage_text(const Coverage& coverage, Language language);
/// RFC 4180, a line a cell: docs/json.md names the columns.
[[nodiscard]] std::string coverage_csv(const Coverage& coverage);
/// One object: docs/json.md.
[[nodiscard]] std::string coverage_json(const Coverage& coverage, Rhythm rhythm, int late_days);

}  // namespace commsearch::review
