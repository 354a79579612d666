#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tests/generator/generator_random.h"

namespace commsearch {

/// Makes the slips that real reports hold: classes and their shares as in the 89 typos of two
/// reports (wrong tone 17, missing tone 14, repeated word 9, missing word 5, s/x 5, hỏi/ngã 4,
/// glued words 4 …).
class TypoMaker {
public:
    /// About one word in `words_between` is spoilt; the real reports have one in 300.
    TypoMaker(std::uint64_t seed, std::uint32_t words_between)
        : random_(seed), words_between_(words_between) {
        wait();
    }

    /// Appends `paragraph` (NFC, no line ends) to `out`, spoilt where it is time.
    void append(std::string_view paragraph, std::string& out);

private:
    void wait() { words_left_ = 1 + random_.below(2 * words_between_ - 1); }
    /// False when the word is left as it is: a name, a number, too short.
    bool append_spoilt(std::string_view word, std::string& out);
    bool append_other_tone(std::string_view word, std::uint32_t slip, std::string& out);
    bool append_other_letter(std::string_view word, std::string& out);

    Random random_;
    std::uint32_t words_between_;
    std::uint32_t words_left_ = 0;
};

}  // namespace commsearch
