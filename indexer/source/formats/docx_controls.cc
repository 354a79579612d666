#include "indexer/source/formats/docx_controls.h"

#include <string>

#include "indexer/source/formats/office_document.h"

namespace commsearch::source {

void DocxControls::start(const XmlEvent& event) {
    if (event.name == "w:sdt") return open_.push_back(false);
    if (open_.empty()) return;
    if (event.name == "w:docPartGallery")
        open_.back() = open_.back() || event.attribute("val") == "Table of Contents";
    if (event.name == "w:showingPlcHdr")
        open_.back() = open_.back() || is_on(event.attribute("val"));
}

void DocxControls::end() {
    if (!open_.empty()) open_.pop_back();
}

bool WordComments::hide(const XmlEvent& event) {
    if (event.name != "annotation") return open_ > 0;
    const bool is_start = event.kind == XmlEvent::Kind::start;
    if (is_start && (open_ > 0 || event.attribute("type") == "Word.Comment")) ++open_;
    if (event.kind == XmlEvent::Kind::end && open_ > 0) --open_;
    return open_ > 0;
}

}  // namespace commsearch::source
