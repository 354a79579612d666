#include "indexer/source/formats/docx_styles.h"

#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {

DocxStyles::DocxStyles(std::string_view styles) {
    if (styles.empty()) return;
    Style* open = nullptr;
    read_xml(styles, [&](const XmlEvent& event) {
        if (event.kind != XmlEvent::Kind::start) return;
        if (event.name == "w:style") open = &styles_[event.attribute("styleId")];
        if (open == nullptr) return;
        if (event.name == "w:basedOn") open->based_on = event.attribute("val");
        if (event.name == "w:vanish") open->hides = is_on(event.attribute("val"));
    });
}

std::optional<bool> DocxStyles::hides(std::string style) const {
    constexpr int longest_chain = 16;
    for (int i = 0; i < longest_chain; ++i) {
        const auto found = styles_.find(style);
        if (found == styles_.end()) return std::nullopt;
        if (found->second.hides) return found->second.hides;
        style = found->second.based_on;
    }
    return std::nullopt;
}

}  // namespace commsearch::source
