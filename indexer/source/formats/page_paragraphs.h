#pragma once

#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/page_boxes.h"

namespace commsearch::source {

/// Pages of lines as a reader sees them (PDF, OCR) -> one paragraph a line, with page starts. A
/// line is joined to the one before when the margin broke that one (the first word of the new line
/// would not have fitted) and the new one begins neither a numbered item nor, after the end of a
/// sentence, a paragraph; across pages, too. A hyphen or a slash at the end of a line stays and
/// joins. Page numbers and running lines at the edges of pages are dropped, tables
/// are kept as such.
[[nodiscard]] RawDocument joined_paragraphs(std::vector<BoxedPage> pages);

}  // namespace commsearch::source
