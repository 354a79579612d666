#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "analyzers/keystrokes.h"
#include "analyzers/unicode.h"

namespace commsearch {
namespace {

/// Telex words of other languages that Vietnamese reports use as they are.
constexpr std::string_view loan_words =
    " a4 bus co2 gas gis no2 or sex so2 sofa tax taxi test visa ";

/// Words that may stand for themselves: decoded only beside clear ones.
constexpr std::string_view ambiguous_words = " as ";

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
        word.capitals = std::none_of(text.begin(), text.end(),
                                     [](char byte) { return byte >= 'a' && byte <= 'z'; });
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

/// False when the word may well be meant as it stands.
bool is_clear(const TypedWord& word, KeystrokeMethod method, bool alone) {
    constexpr std::size_t abbreviation_size = 4;
    if (alone && word.capitals && word.keys.size() <= abbreviation_size) return false;
    if (method == KeystrokeMethod::vni) return !reads_as_number(word.keys);
    return word.keys.size() > 2 && !lists(ambiguous_words, word.keys);
}

/// True for what is no syllable with any marks. A word without a vowel is an abbreviation: no sign.
bool is_foreign(const std::string& keys) {
    constexpr std::array<std::string_view, 4> any_marks = {"1", "61", "71", "81"};
    return keys.find_first_of("aeiouy") != std::string::npos &&
           std::all_of(any_marks.begin(), any_marks.end(), [&](std::string_view marks) {
               return decode_keystrokes(keys + std::string(marks), KeystrokeMethod::vni).empty();
           });
}

/// A query read in one method.
struct Reading {
    KeystrokeMethod method;
    std::vector<std::string> syllables{};  ///< one for each word, empty where it stays
    std::size_t decoded = 0;
    std::size_t clear = 0;
    std::size_t foreign = 0;
};

Reading read_words(const std::vector<TypedWord>& words, KeystrokeMethod method) {
    const bool all_capitals = std::all_of(words.begin(), words.end(),
                                          [](const TypedWord& word) { return word.capitals; });
    Reading reading{.method = method};
    for (const TypedWord& word : words) {
        std::string& syllable = reading.syllables.emplace_back();
        const bool abbreviation = word.capitals && !all_capitals;
        if (abbreviation || lists(loan_words, word.keys)) continue;
        syllable = decode_keystrokes(word.keys, method);
        if (syllable.empty()) {
            if (is_foreign(word.keys)) ++reading.foreign;
            continue;
        }
        ++reading.decoded;
        if (is_clear(word, method, words.size() == 1)) ++reading.clear;
    }
    return reading;
}

/// The capital of a letter of write_syllable.
char32_t capital(char32_t letter) {
    const bool latin1 = letter <= U'z' || (letter >= U'à' && letter <= U'ý');
    return latin1 ? letter - 0x20 : letter - 1;
}

std::string with_capitals(std::string_view syllable, bool all) {
    std::string out;
    for (std::size_t at = 0; at < syllable.size();) {
        const CodePoint point = decode_at(syllable, at);
        append_utf8(out, at == 0 || all ? capital(point.value) : point.value);
        at += point.size;
    }
    return out;
}

std::string write_query(std::string_view query, const std::vector<TypedWord>& words,
                        const Reading& reading) {
    std::string text;
    std::size_t written = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& syllable = reading.syllables[i];
        if (syllable.empty()) continue;
        text += query.substr(written, words[i].begin - written);
        const bool capitalized = is_upper(static_cast<unsigned char>(query[words[i].begin]));
        text += capitalized ? with_capitals(syllable, words[i].capitals) : syllable;
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
    const Reading telex = read_words(words, KeystrokeMethod::telex);
    const Reading vni = read_words(words, KeystrokeMethod::vni);
    const Reading& reading =
        std::pair(vni.clear, vni.decoded) > std::pair(telex.clear, telex.decoded) ? vni : telex;
    if (reading.clear == 0 || reading.foreign > 2 * reading.clear) return std::nullopt;
    return DecodedQuery{.text = write_query(query, words, reading),
                        .method = reading.method,
                        .words = reading.decoded};
}

}  // namespace commsearch
