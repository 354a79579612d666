#pragma once

#include <vector>

#include "indexer/report/layout/header.h"
#include "indexer/report/layout/left_out.h"
#include "indexer/report/layout/page_frame.h"
#include "indexer/report/layout/signature.h"
#include "indexer/report/layout/stamps.h"
#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {

/// A document without stamps, frame, header and signature: `framed.lines` is the body. The lines point into
/// the document, which must live as long.
struct DocumentParts {
    static constexpr std::size_t opening_lines = 4;

    StampBlock stamps;
    FramedText framed;
    Header header;
    SignatureBlock signature;

    /// The first lines of the body: there a portal says what the paper is.
    [[nodiscard]] std::vector<const Line*> opening() const;

    /// All lines that are no part of the body, by what they are.
    [[nodiscard]] std::vector<LeftOut> left_out() const;
};

[[nodiscard]] DocumentParts take_apart(const source::RawDocument& document);

}  // namespace commsearch::report
