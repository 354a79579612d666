#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/office_package.h"
#include "indexer/source/formats/xml_events.h"

namespace commsearch::source {
namespace {

struct FreeXml {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlFile = std::unique_ptr<xmlDoc, FreeXml>;

/// Pictures are written in letters; libxml2 refuses more than 10 MB of them.
std::string without_binary_data(std::string_view xml) {
    std::string rest;
    while (!xml.empty()) {
        const std::size_t tag = std::min(xml.find('<'), xml.size() - 1) + 1;
        std::string_view name = xml.substr(tag);
        name = name.substr(0, name.find_first_of(" \t\r\n/>"));
        name.remove_prefix(name.find(':') + 1);
        const bool is_binary = name == "binaryData" || name == "binData";
        const std::size_t kept = is_binary ? std::min(xml.find('>', tag), xml.size() - 1) + 1 : tag;
        rest += xml.substr(0, kept);
        xml.remove_prefix(kept);
        if (is_binary) xml.remove_prefix(std::min(xml.find('<'), xml.size()));
    }
    return rest;
}

std::string_view text_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string part_name(const xmlNode& part) {
    for (const xmlAttr* one = part.properties; one != nullptr; one = one->next) {
        if (text_of(one->name) == "name" && one->children != nullptr)
            return std::string(text_of(one->children->content));
    }
    return {};
}

/// An element with all in it as a file of its own.
std::string as_file(xmlNode* element) {
    const XmlFile file(xmlNewDoc(nullptr));
    if (file == nullptr) throw std::bad_alloc();
    xmlNode* const copy = xmlDocCopyNode(element, file.get(), 1);
    if (copy == nullptr) throw std::bad_alloc();
    xmlDocSetRootElement(file.get(), copy);
    xmlChar* text = nullptr;
    int size = 0;
    xmlDocDumpMemoryEnc(file.get(), &text, &size, "UTF-8");
    if (text == nullptr) throw std::bad_alloc();
    std::string bytes(text_of(text));
    xmlFree(text);
    return bytes;
}

/// The XML parts of a package that is one XML file, by name.
std::vector<std::pair<std::string, std::string>> parts_of(std::string_view xml) {
    constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    const XmlFile document(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, options));
    std::vector<std::pair<std::string, std::string>> parts;
    if (document == nullptr) return parts;
    xmlNode* const root = xmlDocGetRootElement(document.get());
    for (xmlNode* part = xmlFirstElementChild(root); part != nullptr;
         part = xmlNextElementSibling(part)) {
        xmlNode* const data = xmlFirstElementChild(part);
        if (data == nullptr || text_of(data->name) != "xmlData") continue;
        if (xmlNode* const content = xmlFirstElementChild(data); content != nullptr)
            parts.emplace_back(part_name(*part), as_file(content));
    }
    return parts;
}

}  // namespace

RawDocument read_word_xml(std::string_view bytes) {
    const std::string xml = without_binary_data(bytes);
    const std::string root = root_name(xml);
    if (root == "w:wordDocument") return with_text(document_of_docx({xml, {}, {}, {}, {}}));
    if (root == "package") {
        // Says what is wrong with it.
        read_xml(xml, [](const XmlEvent&) {});
        const OfficePackage package(parts_of(xml));
        if (const OfficeKind kind = kind_of(package); kind != OfficeKind::none)
            return document_of(package, kind);
    }
    throw Error({"là XML nhưng không phải văn bản Word; hãy bỏ ra khỏi thư mục",
                 "XML, but not a Word document; take it away"});
}

}  // namespace commsearch::source
