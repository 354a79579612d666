#include "indexer/report/places/village_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"

namespace commsearch::report {
namespace {

constexpr std::size_t max_name_words = 4;

std::string lower_at(LineTokens tokens, std::size_t at) {
    return at < tokens.size() ? lower(tokens[at].text) : std::string();
}

/// True when `text` is `word`, whatever its case; `word` is in lower case.
bool is_word_of(std::string_view text, std::string_view word) {
    std::size_t at = 0;
    for (std::size_t in_word = 0; at < text.size() && in_word < word.size();) {
        const CodePoint point = decode_at(text, at);
        const CodePoint wanted = decode_at(word, in_word);
        if (lower_code_point(point.value) != wanted.value) return false;
        at += point.size;
        in_word += wanted.size;
        if (at == text.size()) return in_word == word.size();
    }
    return text.empty() && word.empty();
}

/// Words behind which "thôn", "bản" and "làng" are no hamlet: "nông thôn", "văn bản".
bool spoils_type(const LineToken& before) {
    constexpr std::array<std::string_view, 8> words = {"nông", "văn",  "kịch", "biên",
                                                       "cơ",   "xuất", "nhật", "ấn"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return is_word_of(before.text, word); });
}

struct VillageType {
    std::string_view type;
    std::vector<std::string_view> words;
    std::string first;  ///< its first word, unaccented
};

const std::vector<VillageType>& types_in_words() {
    static const auto table = [] {
        std::vector<VillageType> made;
        for (const std::string_view type : name::village_types()) {
            std::vector<std::string_view> words = split(type, ' ');
            std::string first = unaccented(words.front());
            made.push_back({type, std::move(words), std::move(first)});
        }
        return made;
    }();
    return table;
}

/// Letters that types begin with, by the size of their first unaccented word: a bit each, a to z.
using Initials = std::array<std::uint32_t, 8>;

const Initials& initials_of_types() {
    static const Initials initials = [] {
        Initials made{};
        for (const VillageType& one : types_in_words())
            made.at(one.first.size()) |= 1U << static_cast<unsigned>(one.first.front() - 'a');
        return made;
    }();
    return initials;
}

/// False for most words, which are the first of no type.
bool may_begin_type(const Initials& initials, const std::string& key) {
    return !key.empty() && key.size() < initials.size() && key.front() >= 'a' &&
           key.front() <= 'z' &&
           (initials[key.size()] >> static_cast<unsigned>(key.front() - 'a') & 1U) != 0;
}

bool has_words_at(LineTokens tokens, std::size_t at, const std::vector<std::string_view>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!token_is(tokens, at + i, words[i])) return false;
    }
    return true;
}

}  // namespace

bool token_is(LineTokens tokens, std::size_t at, std::string_view word) {
    return at < tokens.size() && is_word_of(tokens[at].text, word);
}

std::string_view village_type_at(LineTokens tokens, std::size_t& at) {
    static const Initials& initials = initials_of_types();
    if (!may_begin_type(initials, tokens[at].key)) return {};
    for (const VillageType& one : types_in_words()) {
        if (!tokens[at].is(one.first) || !has_words_at(tokens, at, one.words)) continue;
        if (at > 0 && tokens[at].gap > 0 && spoils_type(tokens[at - 1])) return {};
        at += one.words.size();
        return one.type;
    }
    return {};
}

bool is_acronym(const LineToken& token) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < token.text.size(); ++letters) {
        const CodePoint point = decode_at(token.text, at);
        if (!is_upper(point.value)) return false;
        at += point.size;
    }
    return letters > 1;
}

bool is_name_word(const LineToken& token) {
    return token.is_word() && token.capital && !is_acronym(token);
}

bool ends_village_name(LineTokens tokens, std::size_t at) {
    if (at >= tokens.size()) return true;
    constexpr std::array<std::string_view, 8> marks = {",", ";", ".", ")", "(", ":", "/", "…"};
    return std::find(marks.begin(), marks.end(), tokens[at].text) != marks.end() ||
           tokens[at].is("va");
}

bool is_kind_of_village(LineTokens tokens, std::size_t at) {
    const auto is = [&](std::size_t i, std::string_view word) { return token_is(tokens, i, word); };
    return (is(at, "văn") && lower_at(tokens, at + 1).starts_with("h")) ||
           (is(at, "nông") && is(at + 1, "thôn")) || (is(at, "kiểu") && is(at + 1, "mẫu")) ||
           (is(at, "du") && is(at + 1, "lịch")) || is(at, "trưởng") ||
           (is(at, "đội") && is(at + 1, "trưởng"));
}

std::size_t village_name_end(LineTokens tokens, std::size_t begin) {
    std::size_t end = begin;
    const auto in_cell = [&](std::size_t at) { return tokens[at].gap < column_gap; };
    while (end < tokens.size() && end - begin < max_name_words && is_name_word(tokens[end]) &&
           in_cell(end))
        ++end;
    const bool numbered = end > begin && end < tokens.size() && tokens[end].is_number() &&
                          tokens[end].gap > 0 && in_cell(end) && ends_village_name(tokens, end + 1);
    return numbered ? end + 1 : end;
}

bool is_other_place(const LineToken& token) {
    constexpr std::array<std::string_view, 10> words = {"xa",   "huyen", "tinh", "phuong", "hoi",
                                                        "doan", "dang",  "ban",  "cong",   "mat"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return token.is(word); });
}

bool is_office(const LineToken& token) {
    constexpr std::array<std::string_view, 14> words = {"truong", "tram",  "cong", "quan", "co",
                                                        "hop",    "doanh", "ngan", "dien", "benh",
                                                        "phong",  "khoi",  "nong", "phu"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return token.is(word); });
}

}  // namespace commsearch::report
