#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "analyzers/base/message.h"
#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/archive.h"
#include "indexer/source/formats/document_readers.h"

// Law: a web page saved as one file gives clean text, a mail (of Outlook too) text and attachments
// within its limits, or an Error that says why.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    try {
        std::size_t unpacked = 0;
        const source::ArchiveLimits limits{.entries = 100, .bytes = 1 << 20};
        const source::Extraction mail = source::read_mail(
            {reinterpret_cast<const char*>(data), size}, limits,
            [&](std::size_t, std::string_view content) { unpacked += content.size(); });
        if (unpacked > limits.bytes || mail.entries.size() > limits.entries) std::abort();
        if (!source::decode_extraction(source::encode(mail))) std::abort();
    } catch (const Error& error) {
        if (error.message().vi.empty()) std::abort();
    }
    try {
        const std::string text =
            source::read_web_archive({reinterpret_cast<const char*>(data), size}).text;
        if (source::clean_text(text) != text) std::abort();
    } catch (const Error& error) {
        if (error.message().vi.empty()) std::abort();
    }
    return 0;
}
