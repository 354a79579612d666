#pragma once

#include <string_view>

#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/formats/archive_entries.h"

namespace commsearch::source {

/// What a ZIP file is: the document that an office file holds, else its entries. Those with the
/// name of a report are handed to `unpack` with their place in Extraction::entries; the others
/// stand there with the reason why they are not read, but for what systems leave behind. `limits`
/// hold for entries, a document has the default ones. Throws Error when nothing of it can be read.
[[nodiscard]] Extraction read_package(std::string_view bytes, const ArchiveLimits& limits,
                                      const Unpack& unpack);

/// A mail (.eml, or .msg of Outlook) -> its document: subject, sender, recipients, date and text;
/// and its attachments as the entries of an archive, images that its text shows left out. Throws
/// Error when it is none.
[[nodiscard]] Extraction read_mail(std::string_view bytes, const ArchiveLimits& limits,
                                   const Unpack& unpack);

}  // namespace commsearch::source
