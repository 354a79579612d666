#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "analyzers/base/message.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/utf8.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/source.h"

// Law: a text that is read is NFC and holds no control character but '\n' and '\t'.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    try {
        const std::string text =
            source::read_text({reinterpret_cast<const char*>(data), size}).text;
        if (nfc(text) != text || source::clean_text(text) != text) std::abort();
    } catch (const Error& error) {
        if (error.message().vi.empty() || !is_valid_utf8(error.message().vi)) std::abort();
    }
    return 0;
}
