#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/source/extract/raw_document.h"

namespace commsearch::source {

/// Text of a program that gives one paragraph a line (.doc, .rtf) -> document: blank lines dropped,
/// cells that tabs set apart joined as "a | b".
[[nodiscard]] RawDocument paragraphs_of(std::string_view utf8);

/// Runs without blanks.
[[nodiscard]] std::size_t words_on_page(std::string_view utf8);

}  // namespace commsearch::source
