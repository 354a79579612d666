#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/encoding/encoding.h"
#include "analyzers/encoding/legacy_words.h"

namespace commsearch::encoding {

/// Words of one line that were written in `encoding`, all of them mappable.
struct LegacyRun {
    std::size_t begin = 0;  ///< bytes of the text, half-open
    std::size_t end = 0;
    std::uint32_t line = 0;  ///< 0-based
    Encoding encoding = Encoding::utf8;
    std::vector<LegacyWord> words;
};

/// What a text holds of legacy encodings.
struct LegacyFindings {
    std::vector<LegacyRun> runs;          ///< in order
    Encoding main = Encoding::utf8;       ///< of most words in the runs
    double confidence = 1;                ///< share of the runs' words that read well decoded
    bool explains_foreign_lines = false;  ///< the text is in an encoding found
};

/// Finds the legacy text in `text`, valid UTF-8 below 4 GiB, where each legacy byte stands as its
/// CP1252 or Latin-1 character. `foreign_lines` (0-based, ascending) were no UTF-8: all of them
/// are legacy text or none.
///
/// An encoding is believed when words that are no Vietnamese as they are become syllables in it:
/// three different ones at least, 80 % of all such words, 20 % more than in any other encoding.
/// Where the file holds two encodings, the same is asked of lines, with ten words and a quarter of
/// the file's damage. Then the cheapest way through the words is taken, where a word that is no
/// syllable costs 1, a change of encoding .3 at a line's begin and .6 inside (dynamic programming).
/// Linear; a text with more than 200,000 different words is left alone.
[[nodiscard]] LegacyFindings find_legacy_runs(std::string_view text,
                                              std::span<const std::uint32_t> foreign_lines);

}  // namespace commsearch::encoding
