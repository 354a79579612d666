#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "analyzers/base/message.h"
#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/page_boxes.h"
#include "indexer/source/formats/page_paragraphs.h"
#include "indexer/source/formats/page_scans.h"
#include "indexer/source/formats/paged_text.h"

// What children tell their parent is untrusted too. Laws: an extraction that is accepted holds
// clean text and encodes to one that reads the same; pages become clean lines.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto extraction = source::decode_extraction(bytes)) {
        const std::string& text = extraction->document.text;
        if (source::clean_text(text) != text) std::abort();
        const auto again = source::decode_extraction(source::encode(*extraction));
        if (!again || again->document.text != text || again->entries != extraction->entries)
            std::abort();
    }
    std::vector<source::BoxedPage> pages = source::boxed_pages(bytes);
    const std::size_t page_count = pages.size();
    static_cast<void>(source::image_coverage(bytes, pages));
    const source::RawDocument document = source::joined_paragraphs(std::move(pages));
    if (source::clean_text(document.text) != document.text) std::abort();
    if (document.page_starts.size() != page_count) std::abort();
    try {
        static_cast<void>(source::paragraphs_of(bytes));
    } catch (const Error& error) {
        if (error.message().vi.empty()) std::abort();
    }
    return 0;
}
