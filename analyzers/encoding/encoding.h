#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace commsearch::encoding {

/// How the bytes of a text stand for letters. Append only.
enum class Encoding : std::uint8_t {
    utf8,
    utf16_le,
    utf16_be,
    cp1252,      ///< only typographic marks outside ASCII
    tcvn3,       ///< the ABC fonts, .VnTime: capitals with a tone exist in capitals fonts only
    tcvn5712,    ///< TCVN 5712:1993 VN1, TCVN3 with all capitals and combining tones
    vni,         ///< VNI-Times for Windows: a letter and a mark behind it
    viscii,      ///< RFC 1456
    cp1258,      ///< Windows Vietnamese: a letter and a combining tone behind it
    viqr,        ///< RFC 1456: ASCII, "Vie^.t Nam"
    utf8_twice,  ///< UTF-8 read as CP1252 and saved as UTF-8 again
};

/// What people call it: "UTF-8", "TCVN3", "CP1258" …
[[nodiscard]] std::string_view encoding_name(Encoding encoding);

/// The text that `bytes` are in a table encoding (cp1252 to viqr) or utf8_twice, NFC. A byte the
/// encoding leaves undefined is read as CP1252. In TCVN3 all letters with a tone come out small.
[[nodiscard]] std::string decode_bytes(Encoding encoding, std::string_view bytes);

/// The character that CP1252 has for `byte`; the five it leaves undefined are C1 controls, as
/// browsers read them.
[[nodiscard]] char32_t cp1252_character(unsigned char byte);

/// The byte that shows as `value` when it is read as CP1252 or as Latin-1; nothing when neither
/// has it.
[[nodiscard]] std::optional<unsigned char> cp1252_byte(char32_t value);

/// What the name of a font says of the text set in it.
struct FontEncoding {
    Encoding encoding = Encoding::utf8;
    bool capitals = false;  ///< the font shows small letters as capitals (.VnTimeH)
    bool operator==(const FontEncoding&) const = default;
};

/// ".VnTime" -> TCVN3, ".VnArialH" -> TCVN3 in capitals, "VNI-Times" -> VNI; nothing for others.
[[nodiscard]] std::optional<FontEncoding> encoding_of_font(std::string_view family);

}  // namespace commsearch::encoding
