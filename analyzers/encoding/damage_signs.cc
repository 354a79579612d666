#include "analyzers/encoding/damage_signs.h"

#include <array>
#include <cstddef>
#include <string>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"
#include "analyzers/encoding/encoding.h"

namespace commsearch::encoding {
namespace {

constexpr std::size_t enough_signs = 3;

/// Characters U+00C0 to U+00FF that Vietnamese does not use, Ð aside, which is typed for Đ.
constexpr auto foreign_letters = [] {
    constexpr std::u32string_view vietnamese = U"ÀÁÂÃÈÉÊÌÍÐÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý";
    std::array<bool, 64> made{};
    for (std::size_t i = 0; i < made.size(); ++i) {
        made.at(i) = vietnamese.find(static_cast<char32_t>(0xC0 + i)) == std::u32string_view::npos;
    }
    return made;
}();

bool is_letter_byte(char byte) {
    return is_ascii_letter(byte) || static_cast<unsigned char>(byte) >= 0x80;
}

/// Whether the character of two bytes at `at`, which begins with 0xC2 or 0xC3, is a sign of damage.
bool is_sign(std::string_view text, std::size_t at) {
    constexpr unsigned char first_symbol = 0xA1;  // U+00A1; before it C1 controls and NBSP
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if (text[at] == '\xC3') return foreign_letters.at(second & 0x3FU);
    if (second < first_symbol) return second != 0xA0;
    return (at > 0 && is_letter_byte(text[at - 1])) ||
           (at + 2 < text.size() && is_letter_byte(text[at + 2]));
}

}  // namespace

bool has_signs_of_damage(std::string_view utf8) {
    std::size_t found = 0;
    for (std::size_t at = 0; at + 1 < utf8.size(); ++at) {
        if (utf8[at] != '\xC2' && utf8[at] != '\xC3') continue;
        if (is_sign(utf8, at) && ++found == enough_signs) return true;
    }
    return false;
}

bool has_signs_of_viqr(std::string_view text) {
    constexpr std::string_view vowels = "aeoAEO";
    std::size_t found = 0;
    for (std::size_t at = text.find('^'); at != std::string_view::npos;
         at = text.find('^', at + 1)) {
        const bool marks = at > 0 && vowels.find(text[at - 1]) != std::string_view::npos;
        if (marks && ++found == enough_signs) return true;
    }
    return false;
}

std::optional<std::string> read_plain_cp1252(std::string_view bytes) {
    constexpr std::string_view marks = "\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\xA0\xB0";
    constexpr std::size_t text_per_mark = 10;
    std::string text;
    std::size_t read = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint point = decode_at(bytes, at);
        const bool bad = point.value == replacement_character && point.size == 1;
        if (bad && marks.find(bytes[at]) == std::string_view::npos) return std::nullopt;
        append_utf8(text,
                    bad ? cp1252_character(static_cast<unsigned char>(bytes[at])) : point.value);
        if (bad) ++read;
        at += point.size;
    }
    if (read * text_per_mark > bytes.size()) return std::nullopt;
    return text;
}

}  // namespace commsearch::encoding
