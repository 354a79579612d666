#include <string>
#include <string_view>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/office_package.h"

namespace commsearch::source {
namespace {

RawDocument word_document(const OfficePackage& package) {
    const std::string main = main_part(package);
    const auto related = [&](const char* type, const char* usual) {
        const std::string named = package.related(main, type);
        return package.part(package.has(named) ? named : usual);
    };
    return document_of_docx({.document = package.part(main),
                             .numbering = related("numbering", "word/numbering.xml"),
                             .styles = related("styles", "word/styles.xml"),
                             .footnotes = related("footnotes", "word/footnotes.xml"),
                             .endnotes = related("endnotes", "word/endnotes.xml")});
}

RawDocument unchecked(const OfficePackage& package, OfficeKind kind) {
    switch (kind) {
        case OfficeKind::word:
            return word_document(package);
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
