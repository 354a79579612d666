#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/utf8.h"
#include "analyzers/encoding/broken_spaces.h"
#include "analyzers/encoding/legacy_encoding.h"

namespace {

std::string without_blanks(std::string text) {
    std::erase_if(text, [](char byte) { return byte == ' ' || byte == '\t'; });
    return text;
}

}  // namespace

// Laws: what is decoded is UTF-8, and each run is NFC and stands in the text, in order; joining
// broken words takes out nothing but blanks.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    const encoding::DecodedText decoded =
        encoding::decode_text({reinterpret_cast<const char*>(data), size});
    if (!is_valid_utf8(decoded.text) || decoded.source.confidence < 0 ||
        decoded.source.confidence > 1 || decoded.source.repaired_runs != decoded.runs.size()) {
        std::abort();
    }
    std::size_t line = 1;
    for (const encoding::RepairedRun& run : decoded.runs) {
        if (run.line < line || nfc(run.repaired) != run.repaired) std::abort();
        if (decoded.text.find(run.repaired) == std::string::npos) std::abort();
        line = run.line;
    }
    const encoding::JoinedText joined = encoding::join_broken_words(decoded.text);
    if (without_blanks(joined.text) != without_blanks(decoded.text)) std::abort();
    return 0;
}
