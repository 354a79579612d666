#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/page_boxes.h"

namespace commsearch::source {

/// The pages of a text, ended by form feeds.
[[nodiscard]] std::vector<std::string_view> split_pages(std::string_view text);

/// Pages of lines as a reader sees them (PDF, OCR) -> one paragraph a line, with page starts. A
/// line is joined to the one before when the margin broke that one (the first word of the new line
/// would not have fitted) and the new one begins neither a numbered item nor, after the end of a
/// sentence, a paragraph; across pages, too. A hyphen or a slash at the end of a line stays and
/// joins. Page numbers and running lines at the edges of pages are dropped.
[[nodiscard]] RawDocument joined_paragraphs(std::vector<BoxedPage> pages);

/// Text of a program that gives one paragraph a line (.doc, .rtf) -> document: blank lines dropped,
/// cells that tabs set apart joined as "a | b".
[[nodiscard]] RawDocument paragraphs_of(std::string_view utf8);

/// Runs without blanks.
[[nodiscard]] std::size_t words_on_page(std::string_view utf8);

}  // namespace commsearch::source
