// Any bytes as a record of the index: decoded or refused by Error; what was decoded encodes to the
// same value.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/base/message.h"
#include "indexer/schema/schema.h"

namespace {

template <typename Decode, typename Encode>
void check(std::string_view bytes, Decode decode, Encode encode) {
    try {
        const auto value = decode(bytes);
        if (decode(encode(value)) != value) std::abort();
    } catch (const commsearch::Error&) {  // refused, as it should be
    }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check(bytes, schema::decode_report,
          [](const schema::ReportRecord& value) { return schema::encode(value); });
    return 0;
}
