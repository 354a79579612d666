#include "analyzers/encoding/legacy_words.h"

#include <algorithm>
#include <optional>

#include "analyzers/base/ascii.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"

namespace commsearch::encoding {
namespace {

constexpr std::size_t max_word_bytes = 200;

/// Above ASCII, or a control character that a text does not use: VISCII and VN1 have letters there.
bool is_suspect(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 || (value < 0x20 && !(value >= '\t' && value <= '\r') && value != 0);
}

/// Signs that healthy text sets right beside letters.
bool is_typographic(char32_t value) {
    constexpr std::u32string_view signs = U"‘’“”„‚–—…′″°²³€₫\u2011\u2212\uFEFF\u200B";
    return is_space(value) || signs.find(value) != std::u32string_view::npos;
}

constexpr std::size_t wide_blank = 4;  // bytes

/// Two no-break spaces are layout; one may be a letter (VISCII, UTF-8 read as CP1252).
bool is_wide_blank(std::string_view text, std::size_t at) {
    return at < text.size() && text.substr(at, wide_blank) == "\xC2\xA0\xC2\xA0";
}

struct Stretch {
    std::size_t end = 0;
    bool suspect = false;
};

/// The letters and suspect bytes from `at` on.
Stretch stretch_at(std::string_view text, std::size_t at) {
    Stretch stretch{at};
    for (; stretch.end < text.size() && !is_wide_blank(text, stretch.end); ++stretch.end) {
        const bool suspect = is_suspect(text[stretch.end]);
        if (!suspect && !is_ascii_letter(text[stretch.end])) break;
        stretch.suspect = stretch.suspect || suspect;
    }
    return stretch;
}

bool is_word_part(std::u32string_view points, std::size_t at) {
    return at < points.size() && (is_letter(points[at]) || is_mark(points[at]));
}

/// A sign between or behind letters is damage, but for the typographic ones; guillemets may open
/// before a word and close behind one.
bool fits_beside_letters(std::u32string_view points, std::size_t at) {
    const char32_t sign = points[at];
    if (is_typographic(sign)) return true;
    const bool before = at > 0 && is_word_part(points, at - 1);
    const bool behind = is_word_part(points, at + 1);
    if (sign == U'«') return !before;
    if (sign == U'»') return !behind;
    if (sign < 0x20 || (sign >= 0x7F && sign < 0xA0)) return false;
    return !before && !behind;
}

/// `plain` tells nothing of the encoding.
enum class WordKind : std::uint8_t { plain, syllable, damaged };

/// "HĐND", "QĐ", a lone "đ": no syllable, but right where everything else is ASCII capitals.
bool is_short_form(std::u32string_view letters) {
    return std::all_of(letters.begin(), letters.end(), [&](char32_t letter) {
        const bool is_d = lower_code_point(letter) == U'đ';
        if (letters.size() == 1) return is_d;
        return is_upper(letter) && (letter < 0x80 || is_d);
    });
}

WordKind kind_of(std::u32string_view letters) {
    const bool ascii =
        std::all_of(letters.begin(), letters.end(), [](char32_t c) { return c < 0x80; });
    if (ascii || is_short_form(letters)) return WordKind::plain;
    std::string word;
    for (const char32_t letter : letters) append_utf8(word, letter);
    return syllable::is_syllable(lower(word)) ? WordKind::syllable : WordKind::damaged;
}

struct Look {
    bool good = true;
    bool has_syllable = false;  ///< with a mark
};

/// Whether `text` (NFC) is made of syllables and of signs that stand where signs do.
Look look_at(std::string_view text) {
    const std::u32string points = code_points(text);
    Look look;
    for (std::size_t at = 0; at < points.size() && look.good;) {
        std::size_t end = at;
        while (is_word_part(points, end)) ++end;
        if (end == at) {
            look.good = fits_beside_letters(points, at);
            ++at;
            continue;
        }
        const WordKind kind = kind_of(std::u32string_view(points).substr(at, end - at));
        look.good = kind != WordKind::damaged;
        look.has_syllable = look.has_syllable || kind == WordKind::syllable;
        at = end;
    }
    return look;
}

std::optional<std::string> bytes_of(std::string_view word) {
    std::string bytes;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_at(word, at);
        const auto byte = cp1252_byte(point.value);
        if (!byte) return std::nullopt;
        bytes += static_cast<char>(*byte);
        at += point.size;
    }
    return bytes;
}

LegacyWordReading reading_of(std::string_view word) {
    LegacyWordReading reading;
    reading.good_as_is = look_at(nfc(word)).good;
    const auto bytes = bytes_of(word);
    reading.mappable = bytes.has_value();
    if (!bytes) return reading;
    for (std::size_t trial = 0; trial < trial_encodings.size(); ++trial) {
        const Encoding encoding = trial_encodings.at(trial);
        if (encoding == Encoding::utf8_twice && !is_valid_utf8(*bytes)) continue;
        const Look look = look_at(decode_bytes(encoding, *bytes));
        const auto bit = static_cast<std::uint8_t>(1U << trial);
        if (look.good) reading.good_in |= bit;
        if (look.good && look.has_syllable) reading.words_in |= bit;
    }
    return reading;
}

}  // namespace

std::vector<LegacyWord> find_legacy_words(std::string_view text) {
    std::vector<LegacyWord> words;
    std::uint32_t line = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Stretch stretch = stretch_at(text, at);
        if (stretch.suspect) {
            words.push_back(
                {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stretch.end), line});
        }
        at = stretch.end;
        if (at < text.size() && text[at] == '\n') ++line;
        at += is_wide_blank(text, at) ? wide_blank : 1;
    }
    return words;
}

LegacyWordReading LegacyWordReader::read(const std::string& word) {
    if (word.size() > max_word_bytes) return {.good_as_is = true};
    const auto found = known_.find(word);
    if (found != known_.end()) return found->second;
    return known_.emplace(word, reading_of(word)).first->second;
}

std::string decode_legacy_word(Encoding encoding, std::string_view word) {
    return decode_bytes(encoding, bytes_of(word).value_or(std::string(word)));
}

}  // namespace commsearch::encoding
