#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/encoding/encoding.h"

namespace commsearch::encoding {

/// The encodings whose damage shows letter by letter, told apart by trial. Not VIQR, which is
/// ASCII.
inline constexpr std::array<Encoding, 6> trial_encodings = {
    Encoding::tcvn3,  Encoding::vni,      Encoding::viscii,
    Encoding::cp1258, Encoding::tcvn5712, Encoding::utf8_twice};

/// A stretch of letters, characters above ASCII and control characters that holds at least one of
/// the latter two: a Vietnamese word, whole or damaged. Legacy encodings differ only in these.
struct LegacyWord {
    std::uint32_t begin = 0;  ///< bytes of the text, half-open
    std::uint32_t end = 0;
    std::uint32_t line = 0;  ///< 0-based
};

/// The words of `text` (UTF-8, below 4 GiB), in order.
[[nodiscard]] std::vector<LegacyWord> find_legacy_words(std::string_view text);

/// How a word reads as it is and in each trial encoding.
struct LegacyWordReading {
    bool mappable = false;      ///< every character stands for a byte of CP1252 or Latin-1
    bool good_as_is = false;    ///< syllables and usual signs only
    std::uint8_t good_in = 0;   ///< bit i: the same when its bytes are trial_encodings[i]
    std::uint8_t words_in = 0;  ///< bit i: good, and at least one syllable in it has a mark

    [[nodiscard]] bool good(std::size_t trial) const { return (good_in >> trial & 1U) != 0; }
    [[nodiscard]] bool has_syllable(std::size_t trial) const {
        return (words_in >> trial & 1U) != 0;
    }
};

/// Reads words and remembers what it has read. Not for two threads at once.
class LegacyWordReader {
public:
    /// A word longer than 200 bytes counts as good as it is.
    [[nodiscard]] LegacyWordReading read(const std::string& word);
    /// How many different words were read.
    [[nodiscard]] std::size_t known() const { return known_.size(); }

private:
    std::unordered_map<std::string, LegacyWordReading> known_;
};

/// The word with its characters taken as the bytes they stand for and those decoded; the word must
/// be mappable.
[[nodiscard]] std::string decode_legacy_word(Encoding encoding, std::string_view word);

}  // namespace commsearch::encoding
