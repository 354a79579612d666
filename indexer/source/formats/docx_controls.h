#pragma once

#include <vector>

#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {

/// The content controls of a .docx that are open where its text is read: tables of contents, and what
/// stands in a form until it is filled in, show nothing.
class DocxControls {
public:
    /// w:sdt begins, or one of its properties; others are passed over.
    void start(const XmlEvent& event);
    /// w:sdt ends.
    void end();
    [[nodiscard]] bool hide() const { return !open_.empty() && open_.back(); }

private:
    std::vector<bool> open_;  ///< whether their content is hidden
};

/// Comments as Word 2003 writes them: where they stand, in the element of insertions.
class WordComments {
public:
    /// Whether an event is of a comment.
    bool hide(const XmlEvent& event);

private:
    int open_ = 0;
};

}  // namespace commsearch::source
