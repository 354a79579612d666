#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/drawing_text.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/office_package.h"

namespace commsearch::source {
namespace {

RawDocument word_document(const OfficePackage& package,
                          std::function<std::vector<std::string>(const std::string&)> lines_of) {
    const std::string main = main_part(package);
    const auto related = [&](const char* type, const char* usual) {
        const std::string named = package.related(main, type);
        return package.part(package.has(named) ? named : usual);
    };
    return document_of_docx({.document = package.part(main),
                             .numbering = related("numbering", "word/numbering.xml"),
                             .styles = related("styles", "word/styles.xml"),
                             .footnotes = related("footnotes", "word/footnotes.xml"),
                             .endnotes = related("endnotes", "word/endnotes.xml"),
                             .lines_of = std::move(lines_of)});
}

/// A document stored in a .docx; those that it has itself are left out.
RawDocument inserted_document(std::string_view name, std::string_view bytes) {
    if (bytes.starts_with("PK")) {
        const OfficePackage package(bytes);
        return kind_of(package) == OfficeKind::word ? word_document(package, {}) : RawDocument();
    }
    if (bytes.starts_with("{\\rtf")) return read_rtf(bytes);
    if (part_key(name).ends_with(".mht")) return read_web_archive(bytes);
    return part_key(name).ends_with(".txt") ? read_text(bytes) : read_html(bytes);
}

/// The diagrams and documents that a .docx names, each once.
class InsertedParts {
public:
    explicit InsertedParts(const OfficePackage& package)
        : package_(package), left_(package.relationships_of(main_part(package))) {}

    std::vector<std::string> lines_of(const std::string& id) {
        const auto named =
            std::find_if(left_.begin(), left_.end(), [&](const auto& one) { return one.id == id; });
        if (named == left_.end()) return {};
        const OfficePackage::Relationship part = *named;
        // Other names of it go too: what is inserted over and over would fill the memory.
        std::erase_if(
            left_, [&](const auto& one) { return part_key(one.target) == part_key(part.target); });
        const std::string_view content = package_.part(part.target);
        if (content.empty()) return {};
        if (part.type == "diagramData") return drawing_lines(content);
        if (part.type != "aFChunk") return {};
        try {
            return lines_of_text(inserted_document(part.target, content).text);
        } catch (const Error&) {
            return {};  // the rest of the document is whole
        }
    }

private:
    const OfficePackage& package_;
    std::vector<OfficePackage::Relationship> left_;
};

RawDocument unchecked(const OfficePackage& package, OfficeKind kind) {
    switch (kind) {
        case OfficeKind::word:
            return word_document(package,
                                 [parts = InsertedParts(package)](const std::string& id) mutable {
                                     return parts.lines_of(id);
                                 });
        case OfficeKind::workbook:
            return document_of_xlsx(package);
        case OfficeKind::slides:
            return document_of_pptx(package);
        case OfficeKind::spreadsheet:
            return document_of_ods(package.part("content.xml"));
        case OfficeKind::text_document:
        case OfficeKind::presentation:
            return document_of_odt(package.part("content.xml"), package.part("styles.xml"));
        default:
            return {};
    }
}

/// The document of a file that has to be of `kind`.
RawDocument document_of_kind(std::string_view bytes, OfficeKind kind, const Message& otherwise) {
    const OfficePackage package(bytes);
    if (kind_of(package) != kind) throw Error(otherwise);
    return document_of(package, kind);
}

}  // namespace

RawDocument document_of(const OfficePackage& package, OfficeKind kind) {
    return with_text(unchecked(package, kind));
}

RawDocument read_docx(std::string_view bytes) {
    return document_of_kind(bytes, OfficeKind::word,
                            {"không phải tệp Word; hãy mở bằng Word rồi lưu lại",
                             "not a Word document; open it in Word and save it again"});
}

RawDocument read_odt(std::string_view bytes) {
    return document_of_kind(bytes, OfficeKind::text_document,
                            {"không phải tệp OpenDocument; hãy mở bằng LibreOffice rồi lưu lại",
                             "not an OpenDocument text; open it in LibreOffice and save it again"});
}

}  // namespace commsearch::source
