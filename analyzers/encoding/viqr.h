#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/encoding/legacy_encoding.h"

namespace commsearch::encoding {

/// Text with its VIQR lines decoded.
struct ViqrText {
    std::string text;               ///< empty when nothing was decoded
    std::vector<RepairedRun> runs;  ///< whole lines, in order; empty when the text is no VIQR
    double confidence = 0;          ///< share of the decoded words that are possible syllables
};

/// Decodes the lines of `text` (UTF-8) that are VIQR (RFC 1456). The text as a whole must show it:
/// five different words with a hat, horn or đ that become syllables, 85 % of all marked words too,
/// and every fifth word marked. Words with @, :// or www. stay; so does a line above ASCII.
[[nodiscard]] ViqrText decode_viqr_lines(std::string_view text);

}  // namespace commsearch::encoding
