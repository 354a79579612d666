#include "indexer/report/places/body_name.h"

#include <algorithm>
#include <array>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "indexer/report/places/village_words.h"

namespace commsearch::report {
namespace {

/// "GD", "UBND", "THCS": no syllable, so it is an abbreviation and stays in capitals.
bool is_abbreviation(const LineToken& token) {
    return token.is_word() && !syllable::is_syllable(lower(token.text));
}

bool is_small_word(const LineToken& token) {
    return token.is("va") || token.is("cua") || token.is("nganh");
}

/// Puts the words together again with the blanks that stood between them; `word_of` says how each
/// is written.
template <typename WordOf>
std::string joined(LineTokens words, const WordOf& word_of) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && words[i].gap > 0) text += ' ';
        text += words[i].is_word() ? word_of(i) : std::string(words[i].text);
    }
    return text;
}

/// Words of the kinds of schools, which only begin with a capital.
std::size_t end_of_kind(LineTokens words) {
    constexpr std::array<std::string_view, 16> kinds = {"tieu hoc",
                                                        "mam non",
                                                        "mau giao",
                                                        "trung hoc co so",
                                                        "trung hoc pho thong",
                                                        "pho thong dan toc",
                                                        "cao dang",
                                                        "dai hoc",
                                                        "trung cap",
                                                        "lien xa",
                                                        "dich vu",
                                                        "nong nghiep",
                                                        "dich vu nong nghiep",
                                                        "san xuat kinh doanh",
                                                        "san xuat va kinh doanh",
                                                        "dich vu tong hop"};
    std::string key;
    for (const LineToken& token : words) key += (key.empty() ? "" : " ") + token.key;
    std::size_t longest = 0;
    for (const std::string_view kind : kinds) {
        const auto size = static_cast<std::size_t>(std::count(kind.begin(), kind.end(), ' ')) + 1;
        if (begins_with_words(key, kind)) longest = std::max(longest, size);
    }
    return longest;
}

bool in_capitals(LineTokens words) {
    return std::all_of(words.begin(), words.end(),
                       [](const LineToken& token) {
                           return !token.is_word() || lower(token.text) != token.text;
                       }) &&
           std::any_of(words.begin(), words.end(), [](const LineToken& token) {
               return token.is_word() && token.text.size() > 1 &&
                      with_capital(token.text) != token.text;
           });
}

std::string as_written(LineTokens words) {
    return joined(words, [&](std::size_t i) { return std::string(words[i].text); });
}

}  // namespace

std::string name_of_office(LineTokens words) {
    if (words.empty()) return {};
    if (!in_capitals(words)) return as_written(words);
    // "Chi bộ thôn Mỹ Yên": behind the type of a hamlet stands its name.
    std::size_t hamlet = words.size();
    std::size_t name = words.size();
    for (std::size_t i = 0; i < words.size() && hamlet == words.size(); ++i) {
        std::size_t behind = i;
        const bool area = token_is(words, i, "khu") && token_is(words, i + 1, "vực");
        if (area) behind = i + 2;
        if (!area && village_type_at(words, behind).empty()) continue;
        hamlet = i;
        name = behind;
    }
    return joined(words, [&](std::size_t i) {
        if (is_abbreviation(words[i])) return std::string(words[i].text);
        if (i >= hamlet) return i < name ? lower(words[i].text) : with_capital(words[i].text);
        const bool begins = i == 0 || is_small_word(words[i - 1]) || !words[i - 1].is_word();
        return begins && !is_small_word(words[i]) ? with_capital(words[i].text)
                                                  : lower(words[i].text);
    });
}

std::string proper_name(LineTokens words) {
    if (words.empty()) return {};
    if (!in_capitals(words)) return as_written(words);
    const std::size_t kind = end_of_kind(words);
    return joined(words, [&](std::size_t i) {
        if (is_abbreviation(words[i])) return std::string(words[i].text);
        return i == 0 || i >= kind ? with_capital(words[i].text) : lower(words[i].text);
    });
}

}  // namespace commsearch::report
