#pragma once

#include "indexer/report/layout/document_parts.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/report/report.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {

/// Fills in whose paper it is: issuer, its kind and level, commune or region with what became of it.
/// What the source states comes first, then the letterhead, the title, the signature and the symbol
/// of the number. Title, number, type, date and periods must be known. `announced` is the body a
/// portal's opening names by the number of the paper.
void set_issuer_and_place(const source::RawDocument& document, const DocumentParts& parts,
                          Issuer announced, const Gazetteer& gazetteer, Report& report);

}  // namespace commsearch::report
