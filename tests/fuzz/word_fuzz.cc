#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"

// Law: an OLE file, Word or not, gives NFC lines none of which is blank, or an Error that says why.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    try {
        const std::string text =
            source::read_word({reinterpret_cast<const char*>(data), size}).text;
        if (source::clean_text(text) != text || text.find("\n\n") != std::string::npos)
            std::abort();
    } catch (const Error& error) {
        if (error.message().vi.empty()) std::abort();
    }
    return 0;
}
