#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/extract/raw_document.h"

namespace commsearch::source {

/// The pages of a text, ended by form feeds.
[[nodiscard]] std::vector<std::string_view> split_pages(std::string_view text);

/// Pages of lines as a reader sees them (PDF, OCR) -> one paragraph a line, with page starts. A
/// line is joined to the one before when that one is full and the new one begins neither a
/// numbered item nor, after the end of a sentence, a paragraph; across pages when the new one goes
/// on in lower case. Page numbers at the edges of a page are dropped.
[[nodiscard]] RawDocument joined_paragraphs(const std::vector<std::string>& pages);

/// Text of a program that gives one paragraph a line (.doc, .rtf) -> document: blank lines dropped,
/// cells that tabs set apart joined as "a | b".
[[nodiscard]] RawDocument paragraphs_of(std::string_view utf8);

/// Runs without blanks, for telling a page of text from a scan.
[[nodiscard]] std::size_t words_on_page(std::string_view utf8);

}  // namespace commsearch::source
