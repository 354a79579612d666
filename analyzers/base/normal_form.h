#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch {

/// Unicode normal form C. Ill-formed bytes become U+FFFD. Idempotent.
[[nodiscard]] std::string nfc(std::string_view text);
/// The same, without a copy of what is in NFC already.
[[nodiscard]] std::string into_nfc(std::string text);

/// The letters and digits that compatibility characters stand for (Unicode normal form KC): "ﬁ" is
/// "fi", "m²" is "m2". Never to be shown.
[[nodiscard]] std::string nfkc(std::string_view text);

/// NFC text and, for each of its bytes, where in the source it came from.
struct NormalizedText {
    std::string text;  ///< NFC
    /// Source byte offset of each byte of `text`, plus the source size at the end; empty when
    /// `text` equals the source byte for byte.
    std::vector<std::uint32_t> source_offsets;

    [[nodiscard]] std::uint32_t source_offset(std::size_t at) const {
        return source_offsets.empty() ? static_cast<std::uint32_t>(at) : source_offsets[at];
    }
};

/// NFC with the way back to the source. Source size must be below 4 GiB.
[[nodiscard]] NormalizedText nfc_with_offsets(std::string_view source);

}  // namespace commsearch
