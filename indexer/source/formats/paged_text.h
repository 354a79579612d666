#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/extract/raw_document.h"

namespace commsearch::source {

/// The pages of a text, ended by form feeds.
[[nodiscard]] std::vector<std::string_view> split_pages(std::string_view text);

/// Text of a program that gives one paragraph a line (.doc, .rtf) -> document: blank lines dropped,
/// cells that tabs set apart joined as "a | b".
[[nodiscard]] RawDocument paragraphs_of(std::string_view utf8);

/// Runs without blanks.
[[nodiscard]] std::size_t words_on_page(std::string_view utf8);

}  // namespace commsearch::source
