#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace commsearch::typing {

/// How the marks of Vietnamese are typed: Telex by letters (tieesng), VNI by digits (tie6ng1).
enum class KeystrokeMethod : std::uint8_t { telex, vni };

/// What a word typed with the input method off was meant to be: "nuwowcs" or "nu7o7c1" -> "nước".
/// Marks may be typed anywhere behind their vowel (nuocws, duoc795); a key that undoes a mark (z,
/// 0, a doubled key) undoes it here too. `word`: lower-case ASCII letters and digits. Returns the
/// canonical syllable; empty when the keys give no valid syllable or change nothing.
[[nodiscard]] std::string decode_keystrokes(std::string_view word, KeystrokeMethod method);

/// A query read as raw keystrokes.
struct DecodedQuery {
    std::string text;  ///< the query with its decoded words; all else as it was typed
    KeystrokeMethod method = KeystrokeMethod::telex;
    std::size_t words = 0;  ///< how many words were decoded, at least 1
    bool operator==(const DecodedQuery&) const = default;
};

/// The query with each word decoded that was typed with the input method off, in the one method
/// that explains more of its words; capitals are kept, abbreviations get their đ (HDDND). A word
/// that reads as it stands (sex, quy1, xoong) is decoded only beside words that show the method
/// clearly; loan words (bus, co2), document numbers, e-mail addresses and URLs stay. Nothing when
/// no word is clear, when more words are foreign than clear, or when most have marks already.
[[nodiscard]] std::optional<DecodedQuery> decode_query_keystrokes(std::string_view query);

}  // namespace commsearch::typing
