#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/table_span.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/office_package.h"

// Law: the XML of a slide gives NFC lines none of which is blank, with pages and tables among them,
// or an Error that says why.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    const auto check = [](const source::RawDocument& document) {
        const std::string& text = document.text;
        if (source::clean_text(text) != text || text.find("\n\n") != std::string::npos)
            std::abort();
        const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        if (!source::are_sensible(document.tables, lines)) std::abort();
        for (const std::uint32_t start : document.page_starts)
            if (start < 1 || start > std::max<std::size_t>(lines, 1)) std::abort();
    };
    const std::string slide(reinterpret_cast<const char*>(data), size);
    try {
        check(source::document_of_pptx(source::OfficePackage(
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
