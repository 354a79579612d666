#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::word {

/// A run of letters or a number as it stands in the text.
struct Segment {
    std::uint32_t begin = 0;  ///< bytes of the NFC text, half-open
    std::uint32_t end = 0;
    bool is_number = false;
    bool is_upper = false;     ///< holds letters and all of them are capitals
    bool starts_anew = false;  ///< a sentence ended before it

    bool operator==(const Segment&) const = default;
};

/// A run of letters longer than this many bytes is cut: nothing a person looks for is that long.
inline constexpr std::size_t max_segment_bytes = 64;

/// Cuts NFC text into words and numbers.
///
/// A word is a run of letters and of digits behind a letter ("m3", "COVID"), with what shows nothing
/// (a soft hyphen) and apostrophes inside ("H'Mông"). A number keeps its separators
/// ("11.598.837.303", "98,5", "1 234 567", a telephone's "0912 345 678") but not a unit of measure
/// glued to it ("7,6ha" is 7,6 and ha); a date written with dots or hyphens is three numbers. A
/// sentence ends at ; : ? ! and at a full stop that is not inside a number, "v.v", "T.W" or "QL.1A",
/// also where the blank behind it is missing; with a line where line_end.h says so. Linear in the
/// size of the text.
[[nodiscard]] std::vector<Segment> segment(std::string_view nfc_text);
/// The same, into `segments`. The text need not be NFC. Returns true when it is NFC for certain,
/// because each of its code points is so by itself (LetterTable::nfc_inert). False: unknown.
bool segment(std::string_view nfc_text, std::vector<Segment>& segments);

/// The value of a number as one spelling: what parts thousands or a telephone's digits and leading
/// zeros dropped, decimal comma: "1.789,30" -> "1789,3", "39.1" -> "39,1", "04" -> "4",
/// "1,234,567" -> "1234567". A fraction of zeros leaves one: "4.0" -> "4,0", a version.
[[nodiscard]] std::string canonical_number(std::string_view digits);

}  // namespace commsearch::word
