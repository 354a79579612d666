#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/office_package.h"
#include "tests/fuzz/document_law.h"

// Law: the XML of a slide gives NFC lines none of which is blank, with pages and tables among them,
// or an Error that says why.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    const std::string slide(reinterpret_cast<const char*>(data), size);
    try {
        fuzz::check_document(source::document_of_pptx(source::OfficePackage(
            {{"_rels/.rels",
              "<Relationships><Relationship Type=\"/officeDocument\" Target=\"p.xml\"/>"
              "</Relationships>"},
             {"_rels/p.xml.rels",
              "<Relationships><Relationship Id=\"1\" Type=\"/slide\" Target=\"s.xml\"/>"
              "</Relationships>"},
             {"_rels/s.xml.rels",
              "<Relationships><Relationship Type=\"/notesSlide\" Target=\"s.xml\"/>"
              "</Relationships>"},
             {"p.xml",
              "<p:presentation "
              "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" "
              "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
              "<p:sldId r:id=\"1\"/><p:sldId r:id=\"1\"/></p:presentation>"},
             {"s.xml", slide}})));
    } catch (const Error& error) {
        if (!is_valid_utf8(error.message().vi)) std::abort();
    }
    return 0;
}
