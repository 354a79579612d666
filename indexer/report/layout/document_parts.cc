#include "indexer/report/layout/document_parts.h"

#include <algorithm>

#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {

std::vector<const Line*> DocumentParts::opening() const {
    std::vector<const Line*> lines;
    for (std::size_t i = 0; i < std::min(opening_lines, framed.lines.size()); ++i) {
        lines.push_back(&framed.lines[i]);
    }
    return lines;
}

DocumentParts take_apart(const source::RawDocument& document) {
    DocumentParts parts;
    parts.framed = without_frame(lines_of(document.text), document.stated.title);
    parts.header = take_header(parts.framed);
    parts.signature = take_signature(parts.framed.lines);
    return parts;
}

}  // namespace commsearch::report
