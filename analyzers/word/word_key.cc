#include "analyzers/word/word_key.h"

#include <algorithm>
#include <array>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"

namespace commsearch::word {
namespace {

struct LookAlike {
    char32_t letter = 0;
    char latin = 0;
};

/// Letters of other alphabets that fonts draw as Latin ones, by code point: Greek, Cyrillic. Typed
/// with another keyboard, or put there by scanners.
constexpr std::array look_alikes = std::to_array<LookAlike>({
    {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x396, 'Z'}, {0x397, 'H'}, {0x399, 'I'},
    {0x39A, 'K'}, {0x39C, 'M'}, {0x39D, 'N'}, {0x39F, 'O'}, {0x3A1, 'P'}, {0x3A4, 'T'},
    {0x3A5, 'Y'}, {0x3A7, 'X'}, {0x3B1, 'a'}, {0x3B9, 'i'}, {0x3BD, 'v'}, {0x3BF, 'o'},
    {0x3C1, 'p'}, {0x3C5, 'u'}, {0x3F2, 'c'}, {0x3F3, 'j'}, {0x405, 'S'}, {0x406, 'I'},
    {0x408, 'J'}, {0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'}, {0x41A, 'K'}, {0x41C, 'M'},
    {0x41D, 'H'}, {0x41E, 'O'}, {0x420, 'P'}, {0x421, 'C'}, {0x422, 'T'}, {0x423, 'Y'},
    {0x425, 'X'}, {0x430, 'a'}, {0x435, 'e'}, {0x43A, 'k'}, {0x43E, 'o'}, {0x440, 'p'},
    {0x441, 'c'}, {0x443, 'y'}, {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'}, {0x458, 'j'},
    {0x4BB, 'h'}, {0x501, 'd'}, {0x51B, 'q'}, {0x51D, 'w'},
});

/// The Latin letter that looks the same; 0 for none.
char look_alike_of(char32_t value) {
    const auto* const found =
        std::lower_bound(look_alikes.begin(), look_alikes.end(), value,
                         [](const LookAlike& one, char32_t wanted) { return one.letter < wanted; });
    return found != look_alikes.end() && found->letter == value ? found->latin : '\0';
}

constexpr bool is_greek_or_cyrillic(char32_t value) { return value >= 0x370 && value < 0x530; }

bool is_left_out(char32_t value) { return is_apostrophe(value) || is_ignorable(value); }

bool is_compatible(char32_t value) { return has_property(value, LetterTable::foldable); }

/// True for nearly all words: there is nothing to change.
bool is_plain(std::string_view word) {
    const LetterTable& letters = letter_table();
    constexpr unsigned other = LetterTable::ignorable | LetterTable::foldable;
    for (std::size_t at = 0; at < word.size();) {
        const Letter letter = letter_at(letters, word, at);
        if (letter.is_any(other) || is_apostrophe(letter.value) ||
            is_greek_or_cyrillic(letter.value))
            return false;
        at += letter.size;
    }
    return true;
}

/// A Greek or Russian word stays; one with a Latin letter, or of look-alikes alone, is Latin.
bool is_latin(std::string_view word) {
    const auto is_other = [](char32_t value) {
        return is_greek_or_cyrillic(value) && look_alike_of(value) == 0;
    };
    const auto is_own = [](char32_t value) {
        return is_letter(value) && !is_greek_or_cyrillic(value);
    };
    return count_code_points(word, is_other) == 0 || count_code_points(word, is_own) > 0;
}

std::string with_latin_letters(std::string_view word) {
    std::string latin;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_at(word, at);
        const char alike = look_alike_of(point.value);
        append_utf8(latin, alike == 0 ? point.value : static_cast<char32_t>(alike));
        at += point.size;
    }
    return latin;
}

/// Letters, digits and marks of `word`.
std::string without_signs(std::string_view word) {
    std::string kept;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_at(word, at);
        if (is_letter(point.value) || is_digit(point.value) || is_mark(point.value))
            append_utf8(kept, point.value);
        at += point.size;
    }
    return kept;
}

}  // namespace

std::string word_key(std::string_view written) {
    if (is_plain(written)) return std::string(written);
    std::string key;
    for (std::size_t at = 0; at < written.size();) {
        const CodePoint point = decode_at(written, at);
        if (!is_left_out(point.value)) key += written.substr(at, point.size);
        at += point.size;
    }
    if (is_latin(key)) key = with_latin_letters(key);
    key = count_code_points(key, is_compatible) > 0 ? without_signs(nfkc(key)) : nfc(key);
    const bool has_letters = count_code_points(key, [](char32_t value) {
                                 return is_letter(value) || is_digit(value);
                             }) > 0;
    return has_letters ? key : std::string(written);
}

std::string unaccented_term(std::string_view term) {
    constexpr std::string_view no_fraction = ",0";
    if (term.ends_with(no_fraction)) term.remove_suffix(no_fraction.size());
    return unaccented(term);
}

}  // namespace commsearch::word
