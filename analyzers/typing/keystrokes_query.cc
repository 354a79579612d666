#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/typing/keystrokes.h"

namespace commsearch::typing {
namespace {

/// Words of other languages and units that reports use: never keystrokes.
constexpr std::string_view loan_words =
    " a3 a4 bus co2 gas gis kw mw no2 or so2 sofa taxi test tw visa ";

/// English words that are keystrokes too, beside those that show by their build (reads_as_english).
constexpr std::string_view english_words =
    " air bar bee beef been beer bias boo boom boost boots bow box car chair chaos char chef cow "
    "days deem deer defend des does door down gif goes guys hair has her hex his how imf keen "
    "keeps laos lays lee loops low max meets mis mix moon noon nor now own owns pair par pays "
    "peer per poor pos queen reef res roof room rooms roots row rows says see seem seems seen "
    "sees sex sir six soon sys tar tax tee teen tex this thus too tor tow town tree trees two "
    "var ver war was won worm wow wrong xor ";

/// Syllables that seem to hold a Telex ô.
constexpr std::string_view double_o_words = " boong goong loong moong noong poong toong xoong ";

/// What is counted in reports: "quy1" and "thang6" may be a number with its blank missing.
constexpr std::string_view counted_words =
    " ap bac bai ban buoc cap chuong cum dieu doi dot giai hang hoc hoi khoa khoan khoi khu ki ky "
    "lan loai lop lo muc nam ngay nhom pha phan phu pho quan quy so tang tap thang thon thu tiet "
    "tieu to toa tuan tuoi tuyen vi vong vu xa xom ";

bool lists(std::string_view list, std::string_view word) {
    return list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

/// One word of a query.
struct TypedWord {
    std::size_t begin = 0;  ///< bytes, half-open
    std::size_t end = 0;
    std::string keys{};     ///< lower case; empty when the word is not ASCII, so has its marks
    bool capitals = false;  ///< without small letters
};

std::vector<TypedWord> split_words(std::string_view query) {
    std::vector<TypedWord> words;
    bool inside = false;
    for (std::size_t at = 0; at < query.size();) {
        const CodePoint point = decode_at(query, at);
        const bool was_inside = inside;
        inside = is_letter(point.value) || is_digit(point.value) || is_mark(point.value);
        if (inside && !was_inside) words.push_back({.begin = at});
        at += point.size;
        if (inside) words.back().end = at;
    }
    for (TypedWord& word : words) {
        const std::string_view text = query.substr(word.begin, word.end - word.begin);
        word.capitals = std::none_of(text.begin(), text.end(), is_small_ascii_letter);
        const bool ascii = std::all_of(text.begin(), text.end(), [](char byte) {
            return static_cast<unsigned char>(byte) < 0x80;
        });
        if (ascii) word.keys = lower(text);
    }
    return words;
}

bool starts_with_digit(const TypedWord& word) {
    return !word.keys.empty() && is_digit(static_cast<char32_t>(word.keys.front()));
}

/// Words without those of document numbers (16-NQ/TU), e-mail addresses and URLs.
std::vector<TypedWord> words_of(std::string_view query) {
    const std::vector<TypedWord> all = split_words(query);
    std::vector<TypedWord> kept;
    for (std::size_t first = 0, last = 0; first < all.size(); first = last) {
        bool numbered = starts_with_digit(all[first]);
        bool address = false;
        for (last = first + 1; last < all.size(); ++last) {
            const std::size_t gap_begin = all[last - 1].end;
            const std::string_view gap = query.substr(gap_begin, all[last].begin - gap_begin);
            if (gap.find_first_not_of("-/._@:?&=#%~") != std::string_view::npos) break;
            numbered = numbered || starts_with_digit(all[last]);
            address = address || (gap != "-" && gap != "/" && gap != ":" && gap != "...");
        }
        if (last - first > 1 && (numbered || address)) continue;
        for (std::size_t at = first; at < last; ++at) kept.push_back(all[at]);
    }
    return kept;
}

bool reads_as_number(std::string_view keys) {
    const std::size_t digit = keys.find_first_of("0123456789");
    const std::string_view word = keys.substr(0, digit);
    const std::string_view number = keys.substr(word.size());
    const auto is_tone = [](char key) {
        return std::string_view("012345").find(key) != std::string_view::npos;
    };
    return number.find_first_not_of("0123456789") == std::string_view::npos &&
           (word.size() == 1 || lists(counted_words, word) ||
            std::count_if(number.begin(), number.end(), is_tone) > 1);
}

bool is_vowel_key(char key) {
    return std::string_view("aeiouy").find(key) != std::string_view::npos;
}

/// A shape typed at once: that is rare in English, and the words that have it are listed.
bool has_shape(std::string_view keys) {
    for (const std::string_view shape : {"aa", "ee", "oo", "dd", "w"}) {
        if (keys.find(shape) != std::string_view::npos) return true;
    }
    return false;
}

/// English by its build: "this", "list", "trips", "more", "theme"; not "cosn", "tinhs", "vief".
bool reads_as_english(std::string_view keys) {
    if (keys.size() <= 2 || lists(english_words, keys)) return true;
    if (has_shape(keys)) return false;
    for (const std::string_view end :
         {"cs", "gs", "ms", "ns", "ps", "ts", "rm", "rn", "sc", "sm", "sp", "st"}) {
        if (keys.ends_with(end)) return true;
    }
    for (std::size_t at = 1; at + 1 < keys.size(); ++at) {
        const bool english_tone = keys[at] == 's' || keys[at] == 'r' || keys[at] == 'x';
        if (english_tone && is_vowel_key(keys[at - 1]) && is_vowel_key(keys[at + 1])) return true;
    }
    // A letter repeated from afar (theme, did) is a shape only beside keys that English lacks.
    const bool repeated = std::any_of(keys.begin(), keys.end(), [&](char key) {
        return std::string_view("aeod").find(key) != std::string_view::npos &&
               keys.find(key) != keys.rfind(key);
    });
    return repeated && keys.find_first_of("fjx") == std::string_view::npos;
}

constexpr std::size_t abbreviation_size = 4;

bool may_be_abbreviation(const TypedWord& word) {
    return word.capitals && word.keys.size() <= abbreviation_size;
}

/// False when the word may well be meant as it stands.
bool is_clear(std::string_view keys, KeystrokeMethod method) {
    if (method == KeystrokeMethod::vni) return !reads_as_number(keys);
    return !reads_as_english(keys) && !lists(double_o_words, keys);
}

/// True for letters that are no syllable with any marks. An abbreviation without a vowel is no
/// sign.
bool is_foreign(const std::string& keys) {
    if (keys.find_first_of("0123456789") != std::string::npos) return false;
    constexpr std::array<std::string_view, 4> any_marks = {"1", "61", "71", "81"};
    return std::any_of(keys.begin(), keys.end(), is_vowel_key) &&
           std::all_of(any_marks.begin(), any_marks.end(), [&](std::string_view marks) {
               return decode_keystrokes(keys + std::string(marks), KeystrokeMethod::vni).empty();
           });
}

/// "HDDND", "VPDdB" -> "HĐND", "VPĐB", which are no syllables. Empty when there is no đ, or a vowel
/// or a figure.
std::string decode_abbreviation(std::string_view typed, std::string_view keys,
                                KeystrokeMethod method) {
    const char stroke = method == KeystrokeMethod::telex ? 'd' : '9';
    if (std::any_of(keys.begin(), keys.end(), is_vowel_key)) return {};
    std::string out;
    for (std::size_t at = 0; at < keys.size(); ++at) {
        if (keys[at] == 'd' && keys.substr(at + 1).starts_with(stroke)) {
            const bool is_small = typed[at] == 'd' && typed[at + 1] != 'D';
            out += is_small ? "đ" : "Đ";
            ++at;
        } else {
            out += typed[at];
        }
    }
    const bool is_letters = out.find_first_of("0123456789") == std::string::npos;
    return out == typed || !is_letters ? std::string() : out;
}

/// True for short forms that nobody means as they stand: Shift was let go within the đ (VPDdB), or
/// they are too long for a name (HDDND, but HDD).
bool is_clear_abbreviation(const TypedWord& word, std::string_view typed) {
    const auto capitals = std::count_if(typed.begin(), typed.end(),
                                        [](char byte) { return byte >= 'A' && byte <= 'Z'; });
    return word.keys.size() > abbreviation_size || (!word.capitals && capitals > 1);
}

/// A query read in one method.
struct Reading {
    KeystrokeMethod method;
    std::vector<std::string> decoded{};  ///< one for each word, empty where it stays
    std::size_t words = 0;               ///< how many are decoded
    std::size_t clear = 0;
    std::size_t foreign = 0;
};

void read_word(Reading& reading, const TypedWord& word, std::string_view typed, bool all_capitals) {
    std::string& decoded = reading.decoded.emplace_back();
    if (word.keys.empty() || lists(loan_words, word.keys)) return;
    decoded = decode_abbreviation(typed, word.keys, reading.method);
    if (!decoded.empty()) {
        if (is_clear_abbreviation(word, typed)) ++reading.clear;
    } else if (all_capitals || !may_be_abbreviation(word)) {
        decoded = syllable::with_capitals_of(decode_keystrokes(word.keys, reading.method), typed);
        if (!decoded.empty() && is_clear(word.keys, reading.method)) ++reading.clear;
    }
    if (!decoded.empty()) {
        ++reading.words;
    } else if (is_foreign(word.keys)) {
        ++reading.foreign;
    }
}

Reading read_words(std::string_view query, const std::vector<TypedWord>& words,
                   KeystrokeMethod method) {
    const bool all_capitals =
        words.size() > 1 && std::all_of(words.begin(), words.end(),
                                        [](const TypedWord& word) { return word.capitals; });
    Reading reading{.method = method};
    for (const TypedWord& word : words) {
        const std::string_view typed = query.substr(word.begin, word.end - word.begin);
        read_word(reading, word, typed, all_capitals);
    }
    return reading;
}

std::string write_query(std::string_view query, const std::vector<TypedWord>& words,
                        const Reading& reading) {
    std::string text;
    std::size_t written = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (reading.decoded[i].empty()) continue;
        text.append(query.substr(written, words[i].begin - written)).append(reading.decoded[i]);
        written = words[i].end;
    }
    return text.append(query.substr(written));
}

}  // namespace

std::optional<DecodedQuery> decode_query_keystrokes(std::string_view query) {
    const std::vector<TypedWord> words = words_of(query);
    const auto marked = static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [](const TypedWord& word) { return word.keys.empty(); }));
    if (2 * marked > words.size()) return std::nullopt;
    const Reading telex = read_words(query, words, KeystrokeMethod::telex);
    const Reading vni = read_words(query, words, KeystrokeMethod::vni);
    const Reading& reading =
        std::pair(vni.clear, vni.words) > std::pair(telex.clear, telex.words) ? vni : telex;
    if (reading.clear == 0 || reading.foreign > reading.clear) return std::nullopt;
    return DecodedQuery{.text = write_query(query, words, reading),
                        .method = reading.method,
                        .words = reading.words};
}

}  // namespace commsearch::typing
