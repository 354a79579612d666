#include "analyzers/syllable/keystrokes.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"

namespace commsearch {
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
    const char32_t vowel = bare_code_point(decode_at(rime, 0).value);
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
                const std::string written =
                    write_syllable({std::string(onset), rime, static_cast<Tone>(tone)});
                Syllable parsed;
                if (parse_syllable(written, parsed)) syllables.insert(write_syllable(parsed));
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

TEST(Keystrokes, DecodeQueries) {
    const Table cases = {
        {"noong thoon mowis", "nông thôn mới"},
        {"no6ng tho6n mo71i", "nông thôn mới"},
        {"DDangr uyr", "Đảng ủy"},
        {"D9ang3 uy3", "Đảng ủy"},
        {"cosn", "cón"},
        {"coong an", "công an"},
        {"duoc795", "được"},
        // words that read as they stand, beside clear ones
        {"baos caos quys 2", "báo cáo quý 2"},
        {"bao1 cao1 quy1 2", "báo cáo quý 2"},
        {"sex trieenr khai", "sẽ triển khai"},
        {"noong nghieepj", "nông nghiệp"},
        {"ysm as quyeets ddinhj", "ysm á quyết định"},
        // capitals, abbreviations, operators
        {"BAOS CAOS", "BÁO CÁO"},
        {"HDDND tinhr OCOP GIS", "HĐND tỉnh OCOP GIS"},
        {"dduwowngf OR nhaf", "đường OR nhà"},
        {"VPDdB?", "VPĐB?"},
        {"«HDdND»", "«HĐND»"},
        {"HDDND", "HĐND"},
        {"hddnd xax", "hđnd xã"},
        {"HD9ND.", "HĐND."},
        {"Noong Thoon MOWIS", "Nông Thôn MỚI"},
        {"NOong thOOn", "Nông thôn"},
        {"NO6NG THO6N MO71I", "NÔNG THÔN MỚI"},
        {"(noong,thoon) mowis!", "(nông,thôn) mới!"},
        {"\"D9ang3 uy3\"?", "\"Đảng ủy\"?"},
        {"thu…mowis; chi ngaan sachs.", "thu…mới; chi ngân sách."},
        {"A65 A61P", "A65 ẤP"},
        // what is no word stays, and so does punctuation
        {"nghij quyeets 16-NQ/TU, quys I/2025", "nghị quyết 16-NQ/TU, quý I/2025"},
        {"  \"xaay dduwngj\" -hooij (xax:Hoaf)...", "  \"xây đựng\" -hội (xã:Hòa)..."},
        {"guiwr mail tees@xax.vn, https://xax.vn/tinhs",
         "gửi mail tees@xax.vn, https://xax.vn/tinhs"},
        {"co2 moi6 truong72 a4", "co2 môi trường a4"},
        {"xe bus, gas vaf taxi", "xe bus, gas và taxi"},
        {"dduwowcj tw kw", "được tw kw"},
        {"tinhr Campuchia", "tỉnh Campuchia"},
        // some marks stand already
        {"ủy ban nhaan daan", "ủy ban nhân dân"},
        {"\u023A", ""},  // its small letter has more bytes
        {"\u023A xax tinhr", "\u023A xã tỉnh"}};
    for (const auto& [query, expected] : cases) {
        const auto decoded = decode_query_keystrokes(query);
        EXPECT_EQ(decoded ? decoded->text : "", expected) << query;
    }
}

TEST(Keystrokes, NameTheirMethodAndCountTheirWords) {
    const DecodedQuery telex{"báo cáo quý 2", KeystrokeMethod::telex, 3};
    EXPECT_EQ(decode_query_keystrokes("baos caos quys 2"), telex);
    const DecodedQuery vni{"tỉnh hòa bình", KeystrokeMethod::vni, 3};
    EXPECT_EQ(decode_query_keystrokes("tinh3 hoa2 binh2"), vni);
}

TEST(Keystrokes, LeaveOtherQueriesAlone) {
    const std::vector<std::string> queries = {
        "", "...",
        // Vietnamese without marks, with all or most of them
        "hoa binh", "nong thon moi", "uy ban nhan dan", "xoong noong", "báo cáo quý 2",
        "ủy ban nhân dân xax",
        // English
        "windows update", "facebook", "this is the list of roads", "as", "of", "is", "sex", "tax",
        "bus", "gas", "more", "theme", "ports", "for the next dir in this path",
        // figures, codes, addresses
        "mp3", "2025", "m2", "co2", "h5n1", "ql1a", "a4", "u23", "quy1", "thang6 nam2025", "HDD",
        "DDR4", "DDT", "QLD92", "KD9T", "Ddt", "VPDB?", "iPhone", "PowerPoint", "MP3", "VNeID",
        "IDD", "ADD", "covid-19", "16-NQ/TU", "IMF", "LAOS", "tees@xax.vn", "https://xax.vn/tinhs"};
    for (const std::string& query : queries) {
        EXPECT_EQ(decode_query_keystrokes(query), std::nullopt) << query;
    }
}

}  // namespace
}  // namespace commsearch
