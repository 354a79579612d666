// Any word has edits that are canonical syllables, other than the word, cheapest first.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/typing/typing_slips.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    double last = 0;
    for (const typing::Edit& edit : typing::spelling_edits(text)) {
        require(syllable::is_syllable(edit.syllable) &&
                syllable::canonical_word(edit.syllable) == edit.syllable);
        require(edit.syllable != text && edit.cost >= last && edit.cost > 0);
        require(is_valid_utf8(syllable::with_capitals_of(edit.syllable, text)));
        last = edit.cost;
    }
    return 0;
}
