#pragma once

#include "analyzers/value/date.h"
#include "indexer/report/layout/document_parts.h"
#include "indexer/report/report.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {

/// Fills in when the paper is of: what the source states comes first, then its date line, what a
/// portal's opening says (`announced`, perhaps unknown), what the paper says elsewhere of itself, the
/// day its page was posted. A date of the body never becomes its. The type must be known.
void set_date(const source::RawDocument::Stated& stated, const DocumentParts& parts, Date announced,
              Report& report);

/// Fills in the months it reports on and plans for. Title, type and date must be known.
void set_periods(const source::RawDocument::Stated& stated, const DocumentParts& parts,
                 Report& report);

}  // namespace commsearch::report
