#include "analyzers/typing/keystrokes.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"

namespace commsearch::typing {
namespace {

using Table = std::vector<std::pair<std::string, std::string>>;

TEST(Keystrokes, DecodeTelex) {
    const Table cases = {
        {"nuwowcs", "nước"},
        {"nuowcs", "nước"},
        {"nuocws", "nước"},
        {"nwowcs", "nước"},
        {"duwowcjd", "được"},
        {"dduwowcj", "được"},
        {"ddaangr", "đẩng"},
        {"ddangr", "đảng"},
        {"tieesp", "tiếp"},
        {"tieeps", "tiếp"},
        {"tiepes", "tiếp"},
        {"tiesep", "tiếp"},
        {"uyr", "ủy"},
        {"quys", "quý"},
        {"hoafn", "hoàn"},
        {"hoaf", "hòa"},
        {"hofa", "hòa"},
        {"thuowr", "thuở"},
        {"quowr", "quở"},
        {"muaw", "mưa"},
        {"luuw", "lưu"},
        {"quawn", "quăn"},
        {"hoawcj", "hoặc"},
        {"nguoiwf", "người"},
        {"nhwng", "nhưng"},
        {"daya", "dây"},
        {"coong", "công"},
        {"xooong", "xoong"},
        {"ngoeof", "ngoèo"},
        {"gif", "gì"},
        {"gieesng", "giếng"},
        {"toanfz", "toan"},
        {"toanfzs", "toán"},
        // keys that undo themselves, two tones, no syllable, spelled as no one spells
        {"ass", ""},
        {"aaa", ""},
        {"dddi", ""},
        {"tooot", ""},
        {"toanfs", ""},
        {"toanz", ""},
        {"hocf", ""},
        {"nuowcsz", ""},
        {"cers", ""},
        {"qwa", ""},
        {"windows", ""},
        // nothing changes
        {"nong", ""},
        {"xoong", "xông"},
        {"mp3", ""},
        {"", ""},
        {"Xax", ""},
        {"xã", ""}};
    for (const auto& [keys, expected] : cases) {
        EXPECT_EQ(decode_keystrokes(keys, KeystrokeMethod::telex), expected) << keys;
    }
}

TEST(Keystrokes, DecodeVni) {
    const Table cases = {{"nu7o7c1", "nước"},
                         {"nuo7c1", "nước"},
                         {"nuoc71", "nước"},
                         {"duoc795", "được"},
                         {"duoc957", "được"},
                         {"d9u7o75c", "được"},
                         {"no6ng", "nông"},
                         {"mo71i", "mới"},
                         {"ha8ng2", "hằng"},
                         {"uy3", "ủy"},
                         {"tie6p1", "tiếp"},
                         {"thuo73", "thuở"},
                         {"toan20", "toan"},
                         {"ta66m", ""},
                         {"toan21", ""},
                         {"o0", ""},
                         {"mp3", ""},
                         {"2025", ""},
                         {"m2", ""},
                         {"h5n1", ""},
                         {"ql1a", ""},
                         {"nuwowcs", ""},
                         {"", ""}};
    for (const auto& [keys, expected] : cases) {
        EXPECT_EQ(decode_keystrokes(keys, KeystrokeMethod::vni), expected) << keys;
    }
}

constexpr std::array<std::string_view, 28> onsets = {
    "",  "b",  "c",   "ch", "d", "đ",  "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
    "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",  "t", "th", "tr", "v", "x"};

/// How each onset is spelled before the vowel that follows: ke, ghe, nghe, but ca, ga, nga.
bool is_spelled(std::string_view onset, std::string_view rime) {
    const char32_t vowel = unaccented_code_point(decode_at(rime, 0).value);
    const bool front = vowel == U'e' || vowel == U'i' || vowel == U'y';
    if (onset == "k" || onset == "gh" || onset == "ngh") return front;
    if (onset == "c" || onset == "g" || onset == "ng") return !front;
    if (onset == "qu") return vowel != U'o' && vowel != U'u' && !rime.starts_with("ư");
    return onset != "gi" || vowel != U'i';
}

std::vector<std::string> all_rimes() {
    std::ifstream file(COMMSEARCH_SOURCE_DIR "/analyzers/dictionaries/rimes.tsv");
    std::string line;
    std::getline(file, line);  // names of the columns
    std::vector<std::string> rimes;
    while (std::getline(file, line)) rimes.push_back(line.substr(0, line.find('\t')));
    return rimes;
}

/// Every possible syllable but those of the rimes ôông and ôôc, an old spelling of oong and ooc:
/// their keys undo each other.
std::set<std::string> all_syllables() {
    std::set<std::string> syllables;
    for (const std::string& rime : all_rimes()) {
        if (rime.starts_with("ôô")) continue;
        for (const std::string_view onset : onsets) {
            if (!is_spelled(onset, rime)) continue;
            for (std::uint8_t tone = 0; tone < 6; ++tone) {
                const std::string written = syllable::write_syllable(
                    {std::string(onset), rime, static_cast<syllable::Tone>(tone)});
                syllable::Syllable parsed;
                if (syllable::parse_syllable(written, parsed))
                    syllables.insert(syllable::write_syllable(parsed));
            }
        }
    }
    return syllables;
}

enum class TonePlace : std::uint8_t { end, behind_its_vowel };

/// A vowel in the six tones, level first, and how it is typed.
struct TypedVowel {
    std::u32string_view tones;
    std::string_view telex;
    std::string_view vni;
};

constexpr std::array<TypedVowel, 12> typed_vowels{{{U"aàáảãạ", "a", "a"},
                                                   {U"ăằắẳẵặ", "aw", "a8"},
                                                   {U"âầấẩẫậ", "aa", "a6"},
                                                   {U"eèéẻẽẹ", "e", "e"},
                                                   {U"êềếểễệ", "ee", "e6"},
                                                   {U"iìíỉĩị", "i", "i"},
                                                   {U"oòóỏõọ", "o", "o"},
                                                   {U"ôồốổỗộ", "oo", "o6"},
                                                   {U"ơờớởỡợ", "ow", "o7"},
                                                   {U"uùúủũụ", "u", "u"},
                                                   {U"ưừứửữự", "uw", "u7"},
                                                   {U"yỳýỷỹỵ", "y", "y"}}};

/// The keys of one letter without its tone, and the key of its tone, '\0' when level.
std::pair<std::string, char> keys_of(char32_t letter, KeystrokeMethod method) {
    const bool telex = method == KeystrokeMethod::telex;
    for (const TypedVowel& vowel : typed_vowels) {
        const std::size_t tone = vowel.tones.find(letter);
        if (tone == std::u32string_view::npos) continue;
        const std::string_view tones = telex ? std::string_view("\0fsrxj", 6)
                                             : std::string_view(
                                                   "\0"
                                                   "21345",
                                                   6);
        return {std::string(telex ? vowel.telex : vowel.vni), tones[tone]};
    }
    if (letter == U'đ') return {telex ? "dd" : "d9", '\0'};
    return {std::string(1, static_cast<char>(letter)), '\0'};
}

std::string encode(std::string_view syllable, KeystrokeMethod method, TonePlace place) {
    std::string keys;
    std::string at_the_end;
    for (std::size_t at = 0; at < syllable.size();) {
        const CodePoint point = decode_at(syllable, at);
        at += point.size;
        const auto [letter, tone] = keys_of(point.value, method);
        // Telex writes oo with three keys, for two are ô.
        const bool double_o = letter == "o" && keys.ends_with('o');
        keys += double_o && method == KeystrokeMethod::telex ? "oo" : letter;
        if (tone != '\0') (place == TonePlace::end ? at_the_end : keys) += tone;
    }
    return keys + at_the_end;
}

/// The keys of the syllables that do not come back.
std::vector<std::string> lost_keys(const std::set<std::string>& syllables, KeystrokeMethod method,
                                   TonePlace place) {
    std::vector<std::string> lost;
    for (const std::string& syllable : syllables) {
        const std::string keys = encode(syllable, method, place);
        const std::string expected = keys == syllable ? "" : syllable;
        if (decode_keystrokes(keys, method) != expected) lost.push_back(keys);
    }
    return lost;
}

TEST(Keystrokes, DecodeWhatWasEncoded) {
    const std::set<std::string> syllables = all_syllables();
    EXPECT_GT(syllables.size(), 17800U);
    const std::vector<std::string> none;
    for (const KeystrokeMethod method : {KeystrokeMethod::telex, KeystrokeMethod::vni}) {
        for (const TonePlace place : {TonePlace::end, TonePlace::behind_its_vowel}) {
            EXPECT_EQ(lost_keys(syllables, method, place), none);
        }
    }
}

}  // namespace
}  // namespace commsearch::typing
