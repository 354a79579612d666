#include "tests/support/legacy_encoder.h"

#include <array>
#include <charconv>
#include <map>
#include <stdexcept>
#include <utility>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers_dictionaries.h"

namespace commsearch {
namespace {

using Codes = std::map<char32_t, std::string>;

unsigned hex(std::string_view digits) {
    unsigned value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value;
}

std::string utf8(char32_t value) {
    std::string text;
    append_utf8(text, value);
    return text;
}

/// ế -> the code of ê and that of the tone behind it.
void add_composed(Codes& codes) {
    constexpr std::array<char32_t, 5> tones = {0x300, 0x301, 0x303, 0x309, 0x323};
    constexpr std::u32string_view vowels = U"aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
    for (const char32_t vowel : vowels) {
        const std::string base = vowel < 0x80 ? utf8(vowel) : codes.at(vowel);
        for (const char32_t tone : tones) {
            const std::string composed = nfc(utf8(vowel) + utf8(tone));
            codes.emplace(decode_at(composed, 0).value, base + codes.at(tone));
        }
    }
}

Codes load(encoding::Encoding encoding) {
    Codes codes;
    for (const TsvRow& row : tsv_rows(embedded::legacy_encodings_tsv())) {
        if (row.fields[0] != encoding::encoding_name(encoding)) continue;
        std::string bytes;
        for (const std::string_view byte : split(row.fields[1], ' ')) {
            bytes += static_cast<char>(hex(byte));
        }
        codes.emplace(static_cast<char32_t>(hex(row.fields[2].substr(2))), bytes);
    }
    // A byte that means no Vietnamese letter means what it does in CP1252.
    for (unsigned byte = 0x80; byte < 0x100 && encoding != encoding::Encoding::viqr; ++byte) {
        const std::string one(1, static_cast<char>(byte));
        const auto value = encoding::cp1252_character(static_cast<unsigned char>(byte));
        if (encoding::decode_bytes(encoding, one) == utf8(value)) codes.emplace(value, one);
    }
    if (encoding == encoding::Encoding::cp1258) add_composed(codes);
    return codes;
}

const Codes& codes_of(encoding::Encoding encoding) {
    static std::map<encoding::Encoding, Codes> known;
    const auto found = known.find(encoding);
    if (found != known.end()) return found->second;
    return known.emplace(encoding, load(encoding)).first->second;
}

std::string_view in_ascii(char32_t value) {
    static const std::map<char32_t, std::string_view> replacements = {
        {U'“', "\""}, {U'”', "\""},  {U'‘', "'"}, {U'’', "'"}, {U'–', "-"},
        {U'—', "-"},  {U'…', "..."}, {U'•', "-"}, {0xA0, " "}, {U'²', "2"}};
    const auto found = replacements.find(value);
    return found == replacements.end() ? "?" : found->second;
}

/// Whether VIQR would take `sign` for a mark of what stands before it.
bool needs_escape(std::string_view before, char sign) {
    constexpr std::string_view signs = "`'?~.^(+\\";
    constexpr std::string_view bearers = "aeiouyAEIOUY`'?~.^(+";
    if (sign == 'd' || sign == 'D') return before.ends_with('d') || before.ends_with('D');
    if (sign == '\\') return true;
    return signs.find(sign) != std::string_view::npos && !before.empty() &&
           bearers.find(before.back()) != std::string_view::npos;
}

}  // namespace

std::string encodable(encoding::Encoding encoding, std::string_view text) {
    const Codes& codes = codes_of(encoding);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        at += point.size;
        if (point.value < 0x80 || codes.contains(point.value)) {
            append_utf8(out, point.value);
        } else if (codes.contains(lower_code_point(point.value))) {
            append_utf8(out, lower_code_point(point.value));
        } else {
            out += in_ascii(point.value);
        }
    }
    return out;
}

std::string encode(encoding::Encoding encoding, std::string_view text) {
    const Codes& codes = codes_of(encoding);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        at += point.size;
        if (point.value >= 0x80) {
            out += codes.at(point.value);
            continue;
        }
        const char letter = static_cast<char>(point.value);
        if (encoding == encoding::Encoding::viqr && needs_escape(out, letter)) out += '\\';
        out += letter;
    }
    return out;
}

std::string read_as_cp1252(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes)
        append_utf8(text, encoding::cp1252_character(static_cast<unsigned char>(byte)));
    return text;
}

std::string read_as_latin1(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) append_utf8(text, static_cast<unsigned char>(byte));
    return text;
}

}  // namespace commsearch
