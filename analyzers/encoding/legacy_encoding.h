#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/encoding/encoding.h"

namespace commsearch::encoding {

/// A stretch of one line that was decoded again.
struct RepairedRun {
    std::size_t line = 0;  ///< 1-based line of the text as decoded
    Encoding encoding = Encoding::utf8;
    std::string original;  ///< as it read before, UTF-8: "Uû ban nh©n d©n"
    std::string repaired;  ///< "Uỷ ban nhân dân"
    bool operator==(const RepairedRun&) const = default;
};

/// What a text was written in, as its report keeps it.
struct SourceEncoding {
    Encoding encoding = Encoding::utf8;  ///< of most of what was decoded; utf8 when nothing was
    double confidence = 1;  ///< share of the repaired words that are possible syllables, 0 to 1
    std::size_t repaired_runs = 0;  ///< 0: no Vietnamese legacy encoding in it
    bool operator==(const SourceEncoding&) const = default;
};

/// A text as Unicode.
struct DecodedText {
    std::string text;  ///< valid UTF-8 without byte order mark; what was repaired is NFC
    SourceEncoding source;
    std::vector<RepairedRun> runs;  ///< in order
    /// Offset of the first byte that no encoding explains; then `text` is empty.
    std::optional<std::size_t> unreadable_at;
};

/// The bytes of a text file -> Unicode: UTF-8 and UTF-16 with or without byte order mark, the
/// encodings of legacy_words.h, VIQR, CP1252 where it only adds typographic marks. Lines differ
/// where the file does (UTF-8 beside TCVN3). UTF-8 is then repaired as by repair_text. How an
/// encoding is told from the others, and what is left alone: docs/encodings.md.
[[nodiscard]] DecodedText decode_text(std::string_view bytes);

/// `utf8` with what was legacy text read as CP1252 or Latin-1 repaired, run by run; VIQR too. Text
/// that holds no sign of such damage is copied, at the cost of one look at each byte.
[[nodiscard]] DecodedText repair_text(std::string_view utf8);

/// The text of a run whose font tells its encoding (encoding_of_font); `utf8` is as an extractor
/// gives it, each byte as the character CP1252 has for it. A run that holds other characters is
/// Unicode already and comes back as it is.
[[nodiscard]] std::string decode_font_run(std::string_view utf8, const FontEncoding& font);

}  // namespace commsearch::encoding
