#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/drawing_text.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/office_package.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {
namespace {

using Kind = XmlEvent::Kind;

/// Which shapes of a slide to read: its title comes first, wherever it stands in the file.
enum class Shapes : unsigned char { titles, others };

bool is_title_place(std::string_view type) { return type == "title" || type == "ctrTitle"; }

/// Places of a slide that repeat on each: its number, the date, footers, a picture of the slide.
bool is_repeated_place(std::string_view type) {
    constexpr auto types =
        std::to_array<std::string_view>({"sldNum", "dt", "ftr", "hdr", "sldImg"});
    return std::find(types.begin(), types.end(), type) != types.end();
}

/// The chosen shapes of a slide or of its notes -> lines.
class SlideReader {
public:
    SlideReader(DocumentLines& lines, Shapes wanted) : text_(lines), wanted_(wanted) {}

    void take(const XmlEvent& event) {
        if (event.name == "p:sp") {
            if (event.kind == Kind::start) shape_ = Shapes::others;
            if (event.kind == Kind::end) is_repeated_ = false;
        }
        if (event.name == "p:ph" && event.kind == Kind::start) {
            const std::string type = event.attribute("type");
            if (is_title_place(type)) shape_ = Shapes::titles;
            is_repeated_ = is_repeated_place(type);
        }
        if (shape_ == wanted_ && !is_repeated_) text_.take(event);
        if (event.name == "p:sp" && event.kind == Kind::end) shape_ = Shapes::others;
    }

private:
    DrawingText text_;
    Shapes wanted_;
    Shapes shape_ = Shapes::others;
    bool is_repeated_ = false;
};

void append_shapes(DocumentLines& lines, std::string_view xml, Shapes wanted) {
    SlideReader reader(lines, wanted);
    read_xml(xml, [&](const XmlEvent& event) { reader.take(event); });
    lines.end_line();
}

/// Parts of slides in the order in which they are shown.
std::vector<std::string> slides_of(const OfficePackage& package) {
    const std::string main = main_part(package);
    const auto parts = package.relationships_of(main);
    std::vector<std::string> slides;
    read_xml(package.part(main), [&](const XmlEvent& event) {
        if (event.kind != Kind::start || event.name != "p:sldId") return;
        const std::string id = event.attribute("r:id");
        const auto named = std::find_if(parts.begin(), parts.end(),
                                        [&](const auto& part) { return part.id == id; });
        if (named != parts.end() && package.has(named->target)) slides.push_back(named->target);
    });
    if (slides.size() > max_slides) {
        const std::string limit = std::to_string(max_slides);
        throw Error({"bản trình chiếu có hơn " + limit + " trang; hãy chia nhỏ",
                     "the presentation has more than " + limit + " slides; split it"});
    }
    return slides;
}

}  // namespace

RawDocument document_of_pptx(const OfficePackage& package) {
    DocumentLines lines;
    for (const std::string& slide : slides_of(package)) {
        lines.begin_page();
        for (const Shapes wanted : {Shapes::titles, Shapes::others})
            append_shapes(lines, package.part(slide), wanted);
        for (const auto& part : package.relationships_of(slide)) {
            const bool shown = part.type == "diagramData" || part.type == "notesSlide";
            if (shown && package.has(part.target))
                append_shapes(lines, package.part(part.target), Shapes::others);
        }
    }
    return lines.finish();
}

}  // namespace commsearch::source
