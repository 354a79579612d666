#include "analyzers/syllable.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "analyzers/tsv.h"
#include "analyzers/unicode.h"
#include "commsearch_analyzers_embedded.h"

namespace commsearch {
namespace {

constexpr std::size_t tone_count = 6;

/// Each row: one vowel with the six tones, in the order of Tone.
constexpr std::array<std::u32string_view, 12> toned_vowels = {
    U"aàáảãạ", U"ăằắẳẵặ", U"âầấẩẫậ", U"eèéẻẽẹ", U"êềếểễệ", U"iìíỉĩị",
    U"oòóỏõọ", U"ôồốổỗộ", U"ơờớởỡợ", U"uùúủũụ", U"ưừứửữự", U"yỳýỷỹỵ"};

/// Longest first, so that the first that fits is the onset. "gi" and "qu" have their own rules.
constexpr std::array<std::u32string_view, 28> onsets = {
    U"ngh", U"ch", U"gh", U"gi", U"kh", U"ng", U"nh", U"ph", U"qu", U"th", U"tr", U"b", U"c", U"d",
    U"đ",   U"g",  U"h",  U"k",  U"l",  U"m",  U"n",  U"p",  U"q",  U"r",  U"s",  U"t", U"v", U"x"};

struct TonedVowel {
    char32_t vowel = 0;
    Tone tone = Tone::level;
};

const std::unordered_map<char32_t, TonedVowel>& vowel_table() {
    static const auto table = [] {
        std::unordered_map<char32_t, TonedVowel> made;
        for (const std::u32string_view row : toned_vowels) {
            for (std::size_t i = 0; i < tone_count; ++i) {
                made[row.at(i)] = {row.front(), static_cast<Tone>(i)};
            }
        }
        return made;
    }();
    return table;
}

std::u32string to_code_points(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        points.push_back(point.value);
        at += point.size;
    }
    return points;
}

std::string to_utf8(std::u32string_view points) {
    std::string text;
    for (const char32_t point : points) append_utf8(text, point);
    return text;
}

constexpr char32_t circumflex = 0x0302;
constexpr char32_t breve = 0x0306;

bool has_lone_hat(std::string_view word) {
    return word.find("\u0302") != std::string_view::npos ||
           word.find("\u0306") != std::string_view::npos;
}

/// The letter under the hat, 0 when it bears none.
char32_t under_hat(char32_t vowel, char32_t hat) {
    constexpr std::u32string_view plain = U"aeo";
    constexpr std::u32string_view hatted = U"âêô";
    if (hat == breve) return vowel == U'a' ? U'ă' : 0;
    const std::size_t at = plain.find(vowel);
    return hat == circumflex && at != std::u32string_view::npos ? hatted[at] : 0;
}

/// Joins a hat typed behind the tone (é and a circumflex) to its letter: NFC keeps the two apart.
std::string with_hats(std::string_view word) {
    std::u32string letters;
    for (const char32_t point : to_code_points(word)) {
        const auto vowel =
            letters.empty() ? vowel_table().end() : vowel_table().find(letters.back());
        const char32_t shaped =
            vowel == vowel_table().end() ? 0 : under_hat(vowel->second.vowel, point);
        if (shaped == 0) {
            letters.push_back(point);
            continue;
        }
        const auto row = std::find_if(toned_vowels.begin(), toned_vowels.end(),
                                      [&](auto tones) { return tones.front() == shaped; });
        letters.back() = row->at(static_cast<std::size_t>(vowel->second.tone));
    }
    return to_utf8(letters);
}

/// Rime -> whether it ends in a stop (p t c ch), which takes only sắc and nặng.
const std::unordered_map<std::u32string, bool>& rime_table() {
    static const auto table = [] {
        std::unordered_map<std::u32string, bool> made;
        for (const TsvRow& row : tsv_rows(embedded::rimes_tsv())) {
            made.emplace(to_code_points(row.fields[0]), row.fields[1] != "all 6");
        }
        return made;
    }();
    return table;
}

/// Takes the tone off; false when there are two.
bool split_tone(std::u32string& letters, Tone& tone) {
    tone = Tone::level;
    for (char32_t& letter : letters) {
        const auto found = vowel_table().find(letter);
        if (found == vowel_table().end()) continue;
        if (found->second.tone != Tone::level) {
            if (tone != Tone::level) return false;
            tone = found->second.tone;
        }
        letter = found->second.vowel;
    }
    return true;
}

bool tone_fits(bool is_stop, Tone tone) {
    return !is_stop || tone == Tone::sac || tone == Tone::nang;
}

/// True when `letters` without the first `onset_size` of them is a rime that can bear `tone`.
bool is_rime(std::u32string_view letters, std::size_t onset_size, Tone tone) {
    const auto found = rime_table().find(std::u32string(letters.substr(onset_size)));
    return found != rime_table().end() && tone_fits(found->second, tone);
}

bool is_vowel(char32_t letter) { return vowel_table().contains(letter); }

/// Index in `rime` (without tone) of the vowel that bears the tone mark.
std::size_t mark_position(std::u32string_view rime) {
    // 1. A letter with a hat bears it, the last one of them: ươ -> ơ; ư only where no other has a
    // hat.
    const std::size_t hat = rime.find_last_of(U"ăâêôơ");
    if (hat != std::u32string_view::npos) return hat;
    const std::size_t horn = rime.find(U'ư');
    if (horn != std::u32string_view::npos) return horn;

    const auto vowels = static_cast<std::size_t>(std::count_if(rime.begin(), rime.end(), is_vowel));
    if (vowels <= 1) return 0;
    // 2. Before a final consonant the last vowel: toàn. 3. Of three vowels the middle one: hoài.
    if (vowels < rime.size()) return vowels - 1;
    if (vowels == 3) return 1;
    // 4. Of two open vowels the first: mía, hòa, thủy (old style).
    return 0;
}

/// The capital of a letter of a Vietnamese syllable.
char32_t capital(char32_t letter) {
    const bool latin1 = letter <= U'z' || (letter >= U'à' && letter <= U'ý');
    return latin1 ? letter - 0x20 : letter - 1;
}

}  // namespace

bool parse_syllable(std::string_view word, Syllable& syllable) {
    constexpr std::size_t max_bytes = 7 * 3;  // "nghiêng" is the longest: 7 letters
    if (word.empty() || word.size() > max_bytes) return false;
    std::u32string letters = to_code_points(word);
    if (!split_tone(letters, syllable.tone)) return false;

    const auto accept = [&](std::size_t onset_size) {
        if (!is_rime(letters, onset_size, syllable.tone)) return false;
        syllable.onset = to_utf8(std::u32string_view(letters).substr(0, onset_size));
        syllable.rime = to_utf8(std::u32string_view(letters).substr(onset_size));
        return true;
    };
    for (const std::u32string_view onset : onsets) {
        if (!letters.starts_with(onset)) continue;
        if (accept(onset.size())) return true;
        // gì is g + i, giếng g + iêng, quỳnh q + uynh: one letter less.
        return (onset == U"gi" || onset == U"qu") && accept(1);
    }
    return accept(0);
}

std::string write_syllable(const Syllable& syllable) {
    std::u32string rime = to_code_points(syllable.rime);
    if (syllable.tone != Tone::level && !rime.empty()) {
        char32_t& letter = rime[mark_position(rime)];
        for (const std::u32string_view row : toned_vowels) {
            if (row.front() == letter) {
                letter = row.at(static_cast<std::size_t>(syllable.tone));
                break;
            }
        }
    }
    return syllable.onset + to_utf8(rime);
}

std::string canonical_word(std::string_view word) {
    if (has_lone_hat(word)) {
        const std::string joined = with_hats(word);
        if (!has_lone_hat(joined)) return canonical_word(joined);
    }
    Syllable syllable;
    return parse_syllable(word, syllable) ? write_syllable(syllable) : std::string(word);
}

bool is_syllable(std::string_view word) {
    Syllable syllable;
    return parse_syllable(word, syllable);
}

std::string i_y_variant(std::string_view word) {
    Syllable syllable;
    if (!parse_syllable(word, syllable)) return {};
    constexpr std::string_view free_onsets = "hklmst";
    const bool free =
        syllable.onset == "qu" ||
        (syllable.onset.size() == 1 && free_onsets.find(syllable.onset) != std::string_view::npos);
    if (!free || (syllable.rime != "i" && syllable.rime != "y")) return {};
    syllable.rime = syllable.rime == "i" ? "y" : "i";
    return write_syllable(syllable);
}

std::string with_capitals_of(std::string_view syllable, std::string_view typed) {
    if (typed.empty() || !is_upper(decode_at(typed, 0).value)) return std::string(syllable);
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < typed.size();) {
        const CodePoint point = decode_at(typed, at);
        at += point.size;
        if (is_letter(point.value)) ++letters;
        if (is_upper(point.value)) ++capitals;
    }
    const bool all = capitals == letters && letters > 1;
    std::string out;
    for (std::size_t at = 0; at < syllable.size();) {
        const CodePoint point = decode_at(syllable, at);
        append_utf8(out, at == 0 || all ? capital(point.value) : point.value);
        at += point.size;
    }
    return out;
}

}  // namespace commsearch
