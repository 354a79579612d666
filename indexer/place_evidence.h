#pragma once

#include <cstdint>
#include <string>

#include "indexer/document_parts.h"
#include "indexer/gazetteer.h"
#include "indexer/places.h"

namespace commsearch {

/// Gathers where a report can come from, the best sources first: what the source states, header,
/// title, banner, place of the date line, opening, the name said most often, folder names.
[[nodiscard]] PlaceEvidence place_evidence(const RawDocument& document, const DocumentParts& parts,
                                           const std::string& title, std::int32_t date,
                                           const Gazetteer& gazetteer);

}  // namespace commsearch
