#include "analyzers/typing/keystrokes.h"

#include <array>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"

namespace commsearch::typing {
namespace {

constexpr std::string_view vowel_keys = "aeiouy";

/// The keys of the six tones, in the order of Tone; the first takes a tone away.
constexpr std::string_view telex_tones = "zfsrxj";
constexpr std::string_view vni_tones = "021345";

/// The combining marks of the six tones, in the order of Tone.
constexpr std::array<std::string_view, 6> tone_marks = {"",       "\u0300", "\u0301",
                                                        "\u0309", "\u0303", "\u0323"};

/// What a shape key makes of plain letters: the first row that gives a syllable holds.
struct Shape {
    std::string_view keys;
    std::string_view plain;
    std::string_view shaped;
};

constexpr std::array<Shape, 7> shape_keys{{{"a6", "a", "â"},
                                           {"e6", "e", "ê"},
                                           {"o6", "o", "ô"},
                                           {"w7", "uo", "ươ"},
                                           {"w7", "u", "ư"},
                                           {"w7", "o", "ơ"},
                                           {"w8", "a", "ă"}}};

bool contains(std::string_view text, char byte) {
    return text.find(byte) != std::string_view::npos;
}

/// The keys of one word. Where its marks belong is decided when all are known, for most people type
/// them at the end.
struct Keys {
    std::string letters;  ///< a-z
    char shape = '\0';    ///< one of Shape::keys
    bool stroke = false;  ///< đ
    syllable::Tone tone = syllable::Tone::level;

    [[nodiscard]] bool has(std::string_view any) const {
        return letters.find_first_of(any) != std::string::npos;
    }
};

/// The syllable as it is spelled: q only before u; c, g and ng never before e and i (gìn excepted).
bool is_spelled_well(const syllable::Syllable& syllable) {
    const char32_t vowel = unaccented_code_point(decode_at(syllable.rime, 0).value);
    if (syllable.onset == "q") return syllable.rime.starts_with('u');
    if (syllable.onset == "g") return vowel != U'e' && vowel != U'y';
    return (syllable.onset != "c" && syllable.onset != "ng") ||
           (vowel != U'e' && vowel != U'i' && vowel != U'y');
}

std::string canonical_or_empty(std::string_view decomposed) {
    syllable::Syllable syllable;
    if (!syllable::parse_syllable(nfc(decomposed), syllable) || !is_spelled_well(syllable))
        return {};
    return syllable::write_syllable(syllable);
}

/// Empty when the keys give no syllable.
std::string compose(const Keys& keys) {
    const std::size_t vowel = keys.letters.find_last_of(vowel_keys);
    if (vowel == std::string::npos) return {};
    std::string text = keys.letters;
    // The tone stands behind all vowels here, where it hides no shape; the syllable sets it right.
    text.insert(vowel + 1, tone_marks.at(static_cast<std::size_t>(keys.tone)));
    if (keys.stroke) text.replace(0, 1, "đ");
    if (keys.shape == '\0') return canonical_or_empty(text);
    for (const Shape& shape : shape_keys) {
        const std::size_t at = text.find(shape.plain);
        if (!contains(shape.keys, keys.shape) || at == std::string::npos) continue;
        std::string shaped = text;
        shaped.replace(at, shape.plain.size(), shape.shaped);
        if (std::string syllable = canonical_or_empty(shaped); !syllable.empty()) return syllable;
    }
    return {};
}

/// The press functions return false where the keys can no longer give a syllable: a key typed twice
/// is the letter itself, and none of those stands behind a vowel.
bool press_tone(Keys& keys, syllable::Tone tone) {
    // One tone is put or taken away; that a second replaces it can only be seen on a screen.
    if ((tone == syllable::Tone::level) == (keys.tone == syllable::Tone::level)) return false;
    keys.tone = tone;
    return true;
}

bool press_stroke(Keys& keys) {
    if (keys.stroke || !keys.letters.starts_with('d')) return false;
    keys.stroke = true;
    return true;
}

/// Both letters of ươ may be typed with their horn.
bool press_shape(Keys& keys, char key) {
    const bool second_horn =
        keys.shape == key && contains("w7", key) && keys.letters.find("uo") != std::string::npos;
    if (keys.shape != '\0' && !second_horn) return false;
    keys.shape = key;
    return true;
}

/// A second a, e or o is the hat of the first; a third is the letter after all (xooong -> xoong).
void press_telex_vowel(Keys& keys, char key, bool far) {
    if (keys.shape == key) {
        keys.shape = '\0';
    } else if (keys.shape == '\0' &&
               (keys.letters.ends_with(key) || (far && contains(keys.letters, key)))) {
        keys.shape = key;
        return;
    }
    keys.letters += key;
}

/// `far`: a hat may be typed with letters between: "tiepes".
bool press_telex(Keys& keys, char key, bool far) {
    if (const std::size_t tone = telex_tones.find(key);
        tone != std::string_view::npos && keys.has(vowel_keys)) {
        return press_tone(keys, static_cast<syllable::Tone>(tone));
    }
    if (contains("aeo", key)) {
        press_telex_vowel(keys, key, far);
        return true;
    }
    if (key == 'd' && !keys.letters.empty()) return press_stroke(keys);
    if (key == 'w') {
        if (!keys.has("aou")) keys.letters += 'u';
        return press_shape(keys, key);
    }
    keys.letters += key;
    return !is_digit(static_cast<char32_t>(key));
}

bool press_vni(Keys& keys, char key) {
    if (!is_digit(static_cast<char32_t>(key))) {
        keys.letters += key;
        return true;
    }
    if (key == '9') return press_stroke(keys);
    if (!keys.has(vowel_keys)) return false;
    const std::size_t tone = vni_tones.find(key);
    return tone == std::string_view::npos ? press_shape(keys, key)
                                          : press_tone(keys, static_cast<syllable::Tone>(tone));
}

std::string decode(std::string_view word, KeystrokeMethod method, bool far) {
    Keys keys;
    for (const char key : word) {
        if (!(method == KeystrokeMethod::telex ? press_telex(keys, key, far)
                                               : press_vni(keys, key)))
            return {};
    }
    return compose(keys);
}

}  // namespace

std::string decode_keystrokes(std::string_view word, KeystrokeMethod method) {
    constexpr std::size_t max_keys = 14;  // "nghuwowngj" takes ten
    if (word.size() > max_keys) return {};
    for (const bool far : {true, false}) {  // "ngoeof" has two o and no hat
        std::string syllable = decode(word, method, far);
        if (!syllable.empty() && syllable != word) return syllable;
    }
    return {};
}

}  // namespace commsearch::typing
