#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/report/layout/document_parts.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/report/places/issuer_reader.h"
#include "indexer/report/places/places.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {

/// Gathers which commune a paper can be of, the best sources first: what the source states, its
/// issuer, title, banner, place of the date line, opening, the name said most often, folder names.
/// An issuer that names its commune leaves the other sources out; addressees and places of higher
/// levels are none.
[[nodiscard]] PlaceEvidence place_evidence(const source::RawDocument& document,
                                           const DocumentParts& parts, const std::string& title,
                                           const std::optional<LetterheadIssuer>& issuer, Date date,
                                           const Gazetteer& gazetteer);

}  // namespace commsearch::report
