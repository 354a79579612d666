// Any bytes give tokens that point at their own text, in order, in both readings.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/analyzer.h"
#include "analyzers/word/word_key.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    static const word::Abbreviations abbreviations;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Analyzer analyzer(abbreviations);
    for (const abbreviation::Reading reading :
         {abbreviation::Reading::document, abbreviation::Reading::query}) {
        std::uint32_t position = 0;
        for (const word::Token& token : analyzer.analyze(text, reading)) {
            require(!token.term.empty() && token.unaccented == word::unaccented_term(token.term));
            require(token.begin < token.end && token.end <= size);
            require(position <= token.position && token.span >= 1);
            position = token.position;
        }
    }
    return 0;
}
