#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/limits.h"

namespace commsearch::source {

/// Entries of one archive that are not read are told one by one up to this number.
inline constexpr std::size_t max_told_entries = 100;

/// What a ZIP file is: the document that an office file holds, else its entries. Those with the
/// name of a report are handed to `unpack` with their place in Extraction::entries; the others
/// stand there with the reason why they are not read, but for what systems leave behind. `limits`
/// hold for entries, a document has the default ones. Throws Error when nothing of it can be read.
[[nodiscard]] Extraction read_package(
    std::string_view bytes, const ArchiveLimits& limits,
    const std::function<void(std::size_t, std::string_view)>& unpack);

}  // namespace commsearch::source
