#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/number_format.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/office_package.h"
#include "tests/fuzz/document_law.h"

// Law: the first byte tells whether the rest is a CSV, the sheet of an OpenDocument or of a
// workbook (sheet, styles, strings, a NUL between), or a format of numbers; a sheet gives NFC lines
// none of which is blank, with tables among them, or an Error that says why; a number is UTF-8.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::vector<std::string_view> parts = source::pieces_ended_by('\0', bytes);
    const auto part = [&](std::size_t number) {
        return std::string(number < parts.size() ? parts[number] : std::string_view());
    };
    try {
        switch (data[0] % 4) {
            case 0:
                fuzz::check_document(source::read_csv(bytes));
                break;
            case 1:
                fuzz::check_document(source::document_of_ods(bytes));
                break;
            case 2:
                fuzz::check_document(source::document_of_xlsx(source::OfficePackage(
                    {{"_rels/.rels",
                      "<Relationships><Relationship Type=\"/officeDocument\" Target=\"b.xml\"/>"
                      "</Relationships>"},
                     {"_rels/b.xml.rels",
                      "<Relationships><Relationship Id=\"1\" Type=\"/worksheet\" Target=\"s.xml\"/>"
                      "<Relationship Type=\"/styles\" Target=\"t.xml\"/><Relationship "
                      "Type=\"/sharedStrings\" Target=\"u.xml\"/></Relationships>"},
                     {"b.xml",
                      "<workbook "
                      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                      "relationships\">"
                      "<sheet name=\"a\" r:id=\"1\"/></workbook>"},
                     {"s.xml", part(0)},
                     {"t.xml", part(1)},
                     {"u.xml", part(2)}})));
                break;
            default:
                for (const double value : {0.0, 1.5, -45204.75, 1e18, 1e-9}) {
                    if (is_valid_utf8(bytes) &&
                        !is_valid_utf8(source::formatted_number(value, bytes, size % 2 == 0)))
                        std::abort();
                }
        }
    } catch (const Error& error) {
        if (!is_valid_utf8(error.message().vi)) std::abort();
    }
    return 0;
}
