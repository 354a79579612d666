#include "analyzers/encoding/utf16.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "analyzers/base/unicode.h"

namespace commsearch::encoding {
namespace {

constexpr char32_t byte_order_point = 0xFEFF;

char32_t unit_at(Encoding encoding, std::string_view bytes, std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return encoding == Encoding::utf16_le ? static_cast<char32_t>(second << 8U | first)
                                          : static_cast<char32_t>(first << 8U | second);
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// The code point at `at` and its bytes; `at + 1` must be inside.
CodePoint utf16_at(Encoding encoding, std::string_view bytes, std::size_t at) {
    const char32_t unit = unit_at(encoding, bytes, at);
    if (is_high_surrogate(unit) && at + 3 < bytes.size()) {
        const char32_t low = unit_at(encoding, bytes, at + 2);
        if (is_low_surrogate(low)) {
            return {0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00), 4};
        }
    }
    const bool lone = is_high_surrogate(unit) || is_low_surrogate(unit);
    return {lone ? replacement_character : unit, 2};
}

/// The high bytes of what Vietnamese papers hold: Latin, its extensions, combining marks,
/// Vietnamese letters, punctuation.
bool is_usual(char32_t unit) {
    constexpr std::array<char32_t, 6> pages = {0x00, 0x01, 0x03, 0x1E, 0x20, 0x22};
    return std::find(pages.begin(), pages.end(), unit >> 8U) != pages.end();
}

/// Whether every unit is text and nearly all are usual; ASCII must be among them, since it is its
/// zero bytes that no other encoding of text has.
bool looks_like(Encoding encoding, std::string_view bytes) {
    std::size_t usual = 0;
    std::size_t ascii = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint point = utf16_at(encoding, bytes, at);
        const bool control = point.value < 0x20 && !(point.value >= '\t' && point.value <= '\r');
        if (control || point.value == replacement_character) return false;
        if (is_usual(point.value)) ++usual;
        if (point.value < 0x80) ++ascii;
        at += point.size;
    }
    const std::size_t units = bytes.size() / 2;
    return usual * 20 >= units * 19 && ascii * 4 >= units;
}

}  // namespace

std::optional<Encoding> detect_utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16_le;
    if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16_be;
    if (bytes.empty() || bytes.size() % 2 != 0) return std::nullopt;
    if (bytes.find('\0') == std::string_view::npos) return std::nullopt;
    for (const Encoding encoding : {Encoding::utf16_le, Encoding::utf16_be}) {
        if (looks_like(encoding, bytes)) return encoding;
    }
    return std::nullopt;
}

std::string decode_utf16(Encoding encoding, std::string_view bytes) {
    std::string text;
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const CodePoint point = utf16_at(encoding, bytes, at);
        if (at != 0 || point.value != byte_order_point) append_utf8(text, point.value);
        at += point.size;
    }
    if (at < bytes.size()) append_utf8(text, replacement_character);
    return text;
}

}  // namespace commsearch::encoding
