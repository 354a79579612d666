#include "indexer/source/formats/xml_events.h"

#include <libxml/xmlreader.h>

#include <array>
#include <limits>
#include <memory>
#include <new>
#include <utility>

#include "analyzers/base/message.h"

namespace commsearch::source {
namespace {

using Kind = XmlEvent::Kind;

std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Namespaces by how they end: Word's have a transitional and a strict spelling.
constexpr auto prefixes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"/wordprocessingml/2006/main", "w:"},
    {"/wordprocessingml/main", "w:"},
    {"/office/word/2003/wordml", "w:"},
    {"/office/word/2003/auxHint", "wx:"},
    {"/markup-compatibility/2006", "mc:"},
    {"/officeDocument/2006/math", "m:"},
    {"/officeDocument/math", "m:"},
    {"/spreadsheetml/2006/main", "x:"},
    {"/spreadsheetml/main", "x:"},
    {"/presentationml/2006/main", "p:"},
    {"/presentationml/main", "p:"},
    {"/drawingml/2006/main", "a:"},
    {"/drawingml/main", "a:"},
    {":xmlns:text:1.0", "text:"},
    {":xmlns:table:1.0", "table:"},
    {":xmlns:office:1.0", "office:"},
    {":xmlns:drawing:1.0", "draw:"},
    {":xmlns:style:1.0", "style:"},
    {":xmlns:svg-compatible:1.0", "svg:"},
    {":xmlns:presentation:1.0", "presentation:"},
});

std::string name_of(xmlTextReader* reader) {
    const std::string_view space = view_of(xmlTextReaderConstNamespaceUri(reader));
    std::string name(view_of(xmlTextReaderConstLocalName(reader)));
    for (const auto& [ending, prefix] : prefixes) {
        if (space.ends_with(ending)) return name.insert(0, prefix);
    }
    return name;
}

std::string attribute_of(xmlTextReader* reader, std::string_view wanted) {
    const bool names_part = wanted.starts_with("r:");
    if (names_part) wanted.remove_prefix(2);
    std::string value;
    while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
        if (view_of(xmlTextReaderConstLocalName(reader)) == wanted &&
            (!names_part ||
             view_of(xmlTextReaderConstNamespaceUri(reader)).ends_with("/relationships")))
            value = view_of(xmlTextReaderConstValue(reader));
    }
    xmlTextReaderMoveToElement(reader);
    return value;
}

struct ReaderDeleter {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

Message broken_xml() {
    return {"XML bên trong hỏng; hãy mở tệp bằng chương trình đã làm ra nó rồi lưu lại",
            "the XML inside is broken; open the file in the program that made it "
            "and save it again"};
}

using Reader = std::unique_ptr<xmlTextReader, ReaderDeleter>;

Reader open_xml(std::string_view xml) {
    constexpr int options =
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
    if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw Error(broken_xml());
    Reader reader(
        xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, options));
    if (reader == nullptr) throw std::bad_alloc();
    return reader;
}

void handle_node(xmlTextReader* reader, const std::function<void(const XmlEvent&)>& handle) {
    switch (xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_ELEMENT: {
            const std::string name = name_of(reader);
            const bool is_empty = xmlTextReaderIsEmptyElement(reader) == 1;
            handle({Kind::start, name, {}, [&](const char* attribute) {
                        return attribute_of(reader, attribute);
                    }});
            if (is_empty) handle({Kind::end, name, {}, {}});
            return;
        }
        case XML_READER_TYPE_END_ELEMENT:
            return handle({Kind::end, name_of(reader), {}, {}});
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        case XML_READER_TYPE_WHITESPACE:
            return handle({Kind::text, {}, view_of(xmlTextReaderConstValue(reader)), {}});
        case XML_READER_TYPE_DOCUMENT_TYPE:
            throw Error(
                {"XML khai báo kiểu tài liệu (DOCTYPE), tệp văn phòng thật không có; không đọc",
                 "its XML declares a document type (DOCTYPE), which no office file does; "
                 "not read"});
        default:
            return;
    }
}

}  // namespace

std::string root_name(std::string_view xml) {
    const auto reader = open_xml(xml);
    while (xmlTextReaderRead(reader.get()) == 1) {
        if (xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_ELEMENT)
            return name_of(reader.get());
    }
    return {};
}

void read_xml(std::string_view xml, const std::function<void(const XmlEvent&)>& handle) {
    const auto reader = open_xml(xml);
    int result = xmlTextReaderRead(reader.get());
    for (; result == 1; result = xmlTextReaderRead(reader.get())) handle_node(reader.get(), handle);
    if (result != 0) throw Error(broken_xml());
}

}  // namespace commsearch::source
