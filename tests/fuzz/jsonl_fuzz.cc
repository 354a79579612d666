#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "analyzers/base/message.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/utf8.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/flat_json.h"
#include "indexer/source/source.h"

namespace {

bool is_clean(const std::string& text) {
    return commsearch::nfc(text) == text && commsearch::source::clean_text(text) == text;
}

}  // namespace

// Law: a line that is read has an id of 1-200 bytes, and either clean text or clean passages.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    try {
        source::FlatJsonReader reader;
        const source::RawDocument document =
            source::read_jsonl_line({reinterpret_cast<const char*>(data), size}, reader);
        if (document.id.empty() || document.id.size() > 200) std::abort();
        if (document.text.empty() == document.passages.empty()) std::abort();
        if (!is_clean(document.id) || !is_clean(document.text)) std::abort();
        for (const source::RawDocument::StatedPassage& passage : document.passages) {
            if (passage.text.empty() || !is_clean(passage.text)) std::abort();
            if (source::clean_line(passage.heading) != passage.heading) std::abort();
        }
        if (source::clean_line(document.stated.title) != document.stated.title) std::abort();
    } catch (const Error& error) {
        if (error.message().vi.empty() || !is_valid_utf8(error.message().vi)) std::abort();
    }
    return 0;
}
