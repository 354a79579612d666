#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::encoding {

// Lines as the joining of broken words sees them: stretches of letters, and what it costs to leave
// each as it is.

/// The cost of letters that are no word ("ĐIỀ", "t").
inline constexpr int fragment_cost = 10;

/// How capitals are spread over a word: "xã", "XÃ", "Xã", "xÃ".
enum class RunCase : std::uint8_t { small, capitals, title, mixed };

/// A stretch of letters in a line.
struct LetterRun {
    std::size_t begin = 0;  ///< bytes, half-open
    std::size_t end = 0;
    std::size_t size = 0;  ///< letters
    std::string low;       ///< the letters in lower case
    RunCase letters = RunCase::small;
    int cost = 0;          ///< of leaving it as it is
    bool follows = false;  ///< only blanks stand between it and the run before
    bool may_join = false;
};

/// The stretches of letters in a line of NFC text, in order.
[[nodiscard]] std::vector<LetterRun> letter_runs(std::string_view line);

/// True for a syllable in small letters; if it has no onset, only for one that is a word.
[[nodiscard]] bool is_possible_word(const std::string& low);

}  // namespace commsearch::encoding
