#pragma once

#include <cstdint>
#include <string>

#include "indexer/report/layout/document_parts.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/report/places/places.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {

/// Gathers where a report can come from, the best sources first: what the source states, header,
/// title, banner, place of the date line, opening, the name said most often, folder names.
[[nodiscard]] PlaceEvidence place_evidence(const source::RawDocument& document,
                                           const DocumentParts& parts, const std::string& title,
                                           Date date, const Gazetteer& gazetteer);

}  // namespace commsearch::report
