#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "analyzers/base/message.h"
#include "indexer/generation/batch/batch_record.h"
#include "indexer/generation/publish/last_run.h"
#include "indexer/generation/publish/manifest.h"
#include "indexer/schema/schema.h"

namespace {

/// Bytes are refused by an Error that says something in both languages, or what they decode to
/// is written as bytes that read and write the same.
template <typename Decode>
void check(std::string_view bytes, Decode decode) {
    using namespace commsearch;
    std::string written;
    try {
        written = encode(decode(bytes));
    } catch (const Error& error) {
        if (error.message().vi.empty() || error.message().en.empty()) std::abort();
        return;
    }
    if (encode(decode(written)) != written) std::abort();
}

}  // namespace

// What an index folder holds may be rotten: manifest.json, last-run.json, the records of batches,
// CURRENT.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 4) {
        case 0:
            check(bytes, [](std::string_view text) { return generation::decode_manifest(text); });
            break;
        case 1:
            check(bytes, [](std::string_view text) { return generation::decode_last_run(text); });
            break;
        case 2:
            check(bytes,
                  [](std::string_view text) { return generation::decode_batch_record(text); });
            break;
        default:
            check(bytes, [](std::string_view text) { return schema::decode_publication(text); });
    }
    return 0;
}
