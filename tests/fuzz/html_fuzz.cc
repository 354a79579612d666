#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "analyzers/base/message.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/utf8.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/source.h"

// Law: a page that is read gives NFC lines, none of them blank, without control characters, and a
// title of one line.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    try {
        const source::RawDocument document =
            source::read_html({reinterpret_cast<const char*>(data), size});
        const std::string& text = document.text;
        const bool lines_are_whole = !text.starts_with('\n') && text.ends_with('\n') &&
                                     text.find("\n\n") == std::string::npos;
        if (!lines_are_whole || nfc(text) != text || source::clean_text(text) != text) std::abort();
        if (source::clean_line(document.stated.title) != document.stated.title) std::abort();
    } catch (const Error& error) {
        if (error.message().vi.empty() || !is_valid_utf8(error.message().vi)) std::abort();
    }
    return 0;
}
