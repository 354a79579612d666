#include "analyzers/name/place_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"

namespace commsearch::name {
namespace {

/// One lower-case word in the spelling that stands for all its variants.
std::string word_key(const std::string& word) {
    const std::string plain = unaccented(word);
    if (plain == "dak" || plain == "dac") return "dak";
    if (plain.find_first_not_of("0123456789") == std::string::npos) {
        const std::size_t digits = plain.find_first_not_of('0');
        return digits == std::string::npos ? "0" : plain.substr(digits);
    }
    // "Ngọk Lây", "Ngọc Lây": names of the highlands are written with k or c at the end.
    const bool ends_in_k = word.size() > 1 && word.back() == 'k';
    const std::string canonical =
        syllable::canonical_word(ends_in_k ? word.substr(0, word.size() - 1) + 'c' : word);
    const std::string variant = syllable::i_y_variant(canonical);
    return variant.empty() ? canonical : std::min(canonical, variant);
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 21> place_types = {{
    {"dac khu", "dac khu"},
    {"thi tran", "thi tran"},
    {"thi xa", "thi xa"},
    {"thanh pho", "thanh pho"},
    {"phuong", "phuong"},
    {"huyen dao", "huyen"},
    {"huyen", "huyen"},
    {"quan", "quan"},
    {"tinh", "tinh"},
    {"xa", "xa"},
    {"tx", "thi xa"},
    {"tp", "thanh pho"},
    {"tt", "thi tran"},
    {"h", "huyen"},
    {"x", "xa"},
    {"p", "phuong"},
    {"q", "quan"},
    {"t", "tinh"},
    {"huyen uy", "huyen"},
    {"tinh uy", "tinh"},
    {"thanh uy", "thanh pho"},
}};

/// A run of letters and digits.
struct Word {
    std::string_view text;
    std::size_t at = 0;
};

bool is_name_letter(char32_t value) {
    return is_letter(value) || is_digit(value) || is_mark(value);
}

/// The first `limit` words of `text`.
std::vector<Word> words_of(std::string_view text, std::size_t limit) {
    std::vector<Word> words;
    std::size_t begin = std::string_view::npos;
    for (std::size_t at = 0; at <= text.size() && words.size() < limit;) {
        const CodePoint point = at < text.size() ? decode_at(text, at) : CodePoint{0, 1};
        const bool inside = is_name_letter(point.value);
        if (inside && begin == std::string_view::npos) begin = at;
        if (!inside && begin != std::string_view::npos) {
            words.push_back({text.substr(begin, at - begin), begin});
            begin = std::string_view::npos;
        }
        at += point.size;
    }
    return words;
}

std::string_view without_end_blanks(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

}  // namespace

std::string PlaceNameFolder::fold(std::string_view name) {
    std::string key;
    const std::string folded = lower(name);
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size()) {
            const CodePoint point = decode_at(folded, end);
            if (!is_letter(point.value) && !is_digit(point.value)) break;
            end += point.size;
        }
        if (end == at) {
            at += decode_at(folded, at).size;
            continue;
        }
        if (!key.empty()) key += ' ';
        const auto [word, is_new] = words_.try_emplace(folded.substr(at, end - at));
        if (is_new) word->second = word_key(word->first);
        key += word->second;
        at = end;
    }
    return key;
}

std::string folded_place_name(std::string_view name) { return PlaceNameFolder().fold(name); }

std::string unaccented_place_name(std::string_view name) {
    return folded_place_name(unaccented(name));
}

NameFit name_fit(std::string_view typed_key, std::string_view listed_key) {
    if (typed_key == listed_key) return NameFit::exact;
    const std::string letters = unaccented(listed_key);
    if (unaccented(typed_key) != letters) return NameFit::none;
    const std::vector<std::string_view> typed = split(typed_key, ' ');
    const std::vector<std::string_view> listed = split(listed_key, ' ');
    const std::vector<std::string_view> plain = split(letters, ' ');
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (typed[i] != listed[i] && typed[i] != plain[i]) return NameFit::letters;
    }
    return NameFit::half_marked;
}

std::span<const std::string_view> village_types() {
    static constexpr std::array<std::string_view, 14> types = {
        "tổ dân phố", "khu dân cư", "khu phố", "tiểu khu", "thôn", "làng", "bản",
        "ấp",         "xóm",        "buôn",    "khóm",     "phum", "sóc",  "tdp"};
    return types;
}

TypedName typed_name(std::string_view text) {
    constexpr std::size_t longest_type = 2;  // words
    const std::vector<Word> words = words_of(text, longest_type + 1);
    for (const auto& [written, type] : place_types) {
        const std::size_t count = written.find(' ') == std::string_view::npos ? 1 : longest_type;
        if (words.size() <= count) continue;
        std::string key = unaccented(words[0].text);
        if (count == longest_type) key += ' ' + unaccented(words[1].text);
        if (key != written) continue;
        const std::size_t end = words[count - 1].at + words[count - 1].text.size();
        // "X" or "P" alone is the begin of a name unless a stop follows.
        if (written.size() == 1 && !text.substr(end).starts_with('.')) continue;
        return {std::string(type), without_end_blanks(text.substr(words[count].at))};
    }
    return {{}, words.empty() ? text : without_end_blanks(text.substr(words.front().at))};
}

}  // namespace commsearch::name
