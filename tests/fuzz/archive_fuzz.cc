#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/formats/archive.h"

// Laws: an archive unpacks to no more than its limits, hands each entry its place in order, and
// what was understood of it comes back from its encoding.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    const source::ArchiveLimits limits{.entries = 100, .bytes = 1 << 20};
    std::size_t unpacked = 0;
    std::size_t next = 0;
    try {
        const source::Extraction extraction =
            source::read_package({reinterpret_cast<const char*>(data), size}, limits,
                                 [&](std::size_t place, std::string_view content) {
                                     if (place < next) std::abort();
                                     next = place + 1;
                                     unpacked += content.size();
                                 });
        if (unpacked > limits.bytes || extraction.entries.size() > limits.entries) std::abort();
        const auto back = source::decode_extraction(source::encode(extraction));
        if (!back || back->entries.size() != extraction.entries.size()) std::abort();
    } catch (const Error& error) {
        if (!is_valid_utf8(error.message().vi)) std::abort();
    }
    return 0;
}
