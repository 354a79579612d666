#include "analyzers/syllable/syllable.h"

#include <algorithm>
#include <array>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/base/word_table.h"
#include "analyzers_dictionaries.h"

namespace commsearch::syllable {
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
    char32_t vowel = 0;  ///< 0: the letter is none
    Tone tone = Tone::level;
};

/// The vowel and tone of each letter.
class VowelTable {
public:
    VowelTable() {
        for (const std::u32string_view row : toned_vowels) {
            for (std::size_t i = 0; i < tone_count; ++i)
                letters_[row.at(i)] = {row.front(), static_cast<Tone>(i)};
        }
    }
    [[nodiscard]] TonedVowel operator[](char32_t letter) const {
        return letter < letters_.size() ? letters_[letter] : TonedVowel{};
    }

private:
    std::array<TonedVowel, U'ỹ' + 1> letters_{};
};

TonedVowel toned_vowel(char32_t letter) {
    static const VowelTable table;
    return table[letter];
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
    for (const char32_t point : code_points(word)) {
        const TonedVowel vowel = letters.empty() ? TonedVowel{} : toned_vowel(letters.back());
        const char32_t shaped = vowel.vowel == 0 ? 0 : under_hat(vowel.vowel, point);
        if (shaped == 0) {
            letters.push_back(point);
            continue;
        }
        const auto row = std::find_if(toned_vowels.begin(), toned_vowels.end(),
                                      [&](auto tones) { return tones.front() == shaped; });
        letters.back() = row->at(static_cast<std::size_t>(vowel.tone));
    }
    return to_utf8(letters);
}

std::string_view bytes_of(std::u32string_view letters) {
    return {reinterpret_cast<const char*>(letters.data()), letters.size() * sizeof(char32_t)};
}

/// Rime, by its code points' bytes -> whether it ends in a stop (p t c ch), which takes only sắc
/// and nặng.
const WordTable<bool>& rime_table() {
    static const auto table = [] {
        WordTable<bool> made;
        for (const TsvRow& row : tsv_rows(embedded::rimes_tsv())) {
            const std::u32string rime = code_points(row.fields[0]);
            if (made.find(bytes_of(rime)) == nullptr)
                made.add(bytes_of(rime), row.fields[1] != "all 6");
        }
        return made;
    }();
    return table;
}

bool tone_fits(bool is_stop, Tone tone) {
    return !is_stop || tone == Tone::sac || tone == Tone::nang;
}

/// A word taken apart.
struct Parts {
    static constexpr std::size_t max_bytes =
        std::size_t{7} * 3;                     // "nghiêng" is the longest: 7 letters
    std::array<char32_t, max_bytes> letters{};  ///< without tone
    std::size_t size = 0;
    std::size_t onset_size = 0;
    Tone tone = Tone::level;

    [[nodiscard]] std::u32string_view all() const { return {letters.data(), size}; }
    [[nodiscard]] std::u32string_view onset() const { return all().substr(0, onset_size); }
    [[nodiscard]] std::u32string_view rime() const { return all().substr(onset_size); }
};

/// Takes the letters of `word` and their tone; false when there are two tones, or too many bytes.
bool read_letters(std::string_view word, Parts& parts) {
    if (word.empty() || word.size() > Parts::max_bytes) return false;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_at(word, at);
        at += point.size;
        const TonedVowel toned = toned_vowel(point.value);
        parts.letters.at(parts.size++) = toned.vowel == 0 ? point.value : toned.vowel;
        if (toned.tone == Tone::level) continue;
        if (parts.tone != Tone::level) return false;
        parts.tone = toned.tone;
    }
    return true;
}

/// True when what follows `onset_size` letters is a rime that can bear the tone.
bool fits_onset(Parts& parts, std::size_t onset_size) {
    parts.onset_size = onset_size;
    const bool* const is_stop = rime_table().find(bytes_of(parts.rime()));
    return is_stop != nullptr && tone_fits(*is_stop, parts.tone);
}

bool take_apart(std::string_view word, Parts& parts) {
    if (!read_letters(word, parts)) return false;
    for (const std::u32string_view onset : onsets) {
        if (!parts.all().starts_with(onset)) continue;
        if (fits_onset(parts, onset.size())) return true;
        // gì is g + i, giếng g + iêng, quỳnh q + uynh: one letter less.
        return (onset == U"gi" || onset == U"qu") && fits_onset(parts, 1);
    }
    return fits_onset(parts, 0);
}

bool is_vowel(char32_t letter) { return toned_vowel(letter).vowel != 0; }

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

char32_t with_tone(char32_t vowel, Tone tone) {
    for (const std::u32string_view row : toned_vowels) {
        if (row.front() == vowel) return row.at(static_cast<std::size_t>(tone));
    }
    return vowel;
}

/// The tone mark goes to its canonical place.
std::string written(std::u32string_view onset, std::u32string_view rime, Tone tone) {
    std::string word = to_utf8(onset);
    const std::size_t mark =
        tone == Tone::level || rime.empty() ? rime.size() : mark_position(rime);
    for (std::size_t i = 0; i < rime.size(); ++i)
        append_utf8(word, i == mark ? with_tone(rime[i], tone) : rime[i]);
    return word;
}

/// The capital of a letter of a Vietnamese syllable.
char32_t capital(char32_t letter) {
    const bool latin1 = letter <= U'z' || (letter >= U'à' && letter <= U'ý');
    return latin1 ? letter - 0x20 : letter - 1;
}

}  // namespace

bool parse_syllable(std::string_view word, Syllable& syllable) {
    Parts parts;
    if (!take_apart(word, parts)) return false;
    syllable = {to_utf8(parts.onset()), to_utf8(parts.rime()), parts.tone};
    return true;
}

std::string write_syllable(const Syllable& syllable) {
    return written(code_points(syllable.onset), code_points(syllable.rime), syllable.tone);
}

std::string canonical_word(std::string_view word) {
    if (has_lone_hat(word)) {
        const std::string joined = with_hats(word);
        if (!has_lone_hat(joined)) return canonical_word(joined);
    }
    Parts parts;
    return take_apart(word, parts) ? written(parts.onset(), parts.rime(), parts.tone)
                                   : std::string(word);
}

bool is_syllable(std::string_view word) {
    Parts parts;
    return take_apart(word, parts);
}

std::string i_y_variant(std::string_view word) {
    constexpr std::size_t max_bytes = 5;  // "quỹ"
    if (word.size() > max_bytes) return {};
    Parts parts;
    if (!take_apart(word, parts)) return {};
    constexpr std::u32string_view free_onsets = U"hklmst";
    const std::u32string_view onset = parts.onset();
    const bool is_free = onset == U"qu" || (onset.size() == 1 &&
                                            free_onsets.find(onset) != std::u32string_view::npos);
    if (!is_free || (parts.rime() != U"i" && parts.rime() != U"y")) return {};
    return written(onset, parts.rime() == U"i" ? U"y" : U"i", parts.tone);
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

}  // namespace commsearch::syllable
