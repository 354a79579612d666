#pragma once

#include <functional>
#include <string>

#include "analyzers/base/message.h"
#include "indexer/source/extract/extractors.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::source {

// What other programs read for us. Each function gives a document with text and page starts, or
// throws Error (MissingProgram when a package would mend it).

/// Word 6 and 95, by catdoc, else by antiword.
[[nodiscard]] RawDocument read_old_word(const ProgramInput& input, const Extractors& extractors);
/// PDF: the text layer, and OCR of the pages that are scans. `notice` gets why some pages of a
/// document that is read otherwise were not.
[[nodiscard]] RawDocument read_pdf(const ProgramInput& input, const Extractors& extractors,
                                   const std::function<void(const Error&)>& notice);
/// PNG, JPEG, TIFF (each of its pages): OCR.
[[nodiscard]] RawDocument read_image(const ProgramInput& input, const Extractors& extractors);

/// Pages of one PDF that are read by OCR at most; two hours of work.
inline constexpr std::size_t max_ocr_pages = 500;

}  // namespace commsearch::source
