#pragma once

#include <vector>

#include "indexer/report/layout/header.h"
#include "indexer/report/layout/page_frame.h"
#include "indexer/report/layout/signature.h"
#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {

/// A document without frame, header and signature: `framed.lines` is the body. The lines point into
/// the document, which must live as long.
struct DocumentParts {
    static constexpr std::size_t opening_lines = 4;

    FramedText framed;
    Header header;
    SignatureBlock signature;

    /// The first lines of the body: there a portal says what the paper is.
    [[nodiscard]] std::vector<const Line*> opening() const;
};

[[nodiscard]] DocumentParts take_apart(const source::RawDocument& document);

}  // namespace commsearch::report
