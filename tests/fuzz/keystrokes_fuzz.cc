// Any bytes decode to nothing or to a canonical syllable; what stands between decoded words stays.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/typing/keystrokes.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const typing::KeystrokeMethod method :
         {typing::KeystrokeMethod::telex, typing::KeystrokeMethod::vni}) {
        const std::string syllable = typing::decode_keystrokes(text, method);
        if (syllable.empty()) continue;
        require(syllable::is_syllable(syllable) && syllable::canonical_word(syllable) == syllable);
        require(syllable != text);
    }
    if (const auto decoded = typing::decode_query_keystrokes(text)) {
        require(decoded->words > 0 && decoded->text != text);
        require(!is_valid_utf8(text) || is_valid_utf8(decoded->text));
    }
    return 0;
}
