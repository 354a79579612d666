#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/office_document.h"

// Law: the XML inside an office file, and the file itself, give NFC lines none of which is blank,
// with page starts among them, or an Error that says why.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto check = [](const source::RawDocument& document) {
        const std::string& text = document.text;
        if (source::clean_text(text) != text || text.find("\n\n") != std::string::npos)
            std::abort();
        const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        for (const std::uint32_t start : document.page_starts)
            if (start < 1 || start > std::max<std::size_t>(lines, 1)) std::abort();
    };
    try {
        check(source::document_of_docx({.document = bytes,
                                        .numbering = bytes,
                                        .styles = bytes,
                                        .footnotes = {},
                                        .endnotes = {}}));
    } catch (const Error& error) {
        if (error.message().vi.empty()) std::abort();
    }
    for (const auto& read : {source::read_docx, source::read_word_xml}) {
        try {
            check(read(bytes));
        } catch (const Error& error) {
            if (!is_valid_utf8(error.message().vi)) std::abort();
        }
    }
    return 0;
}
