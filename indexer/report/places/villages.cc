#include "indexer/report/places/villages.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <unordered_map>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "indexer/schema/schema.h"

namespace commsearch {
namespace {

using LineTokens = std::vector<LineToken>;

constexpr std::size_t max_name_words = 4;

std::string lower_at(const LineTokens& tokens, std::size_t at) {
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

bool is_at(const LineTokens& tokens, std::size_t at, std::string_view word) {
    return at < tokens.size() && is_word_of(tokens[at].text, word);
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
    std::string first;  ///< its first word, bare
};

const std::vector<VillageType>& types_in_words() {
    static const auto table = [] {
        std::vector<VillageType> made;
        for (const std::string_view type : village_types()) {
            std::vector<std::string_view> words = split(type, ' ');
            std::string first = bare(words.front());
            made.push_back({type, std::move(words), std::move(first)});
        }
        return made;
    }();
    return table;
}

/// Letters that types begin with, by the size of their first bare word: a bit each, a to z.
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

bool has_words_at(const LineTokens& tokens, std::size_t at,
                  const std::vector<std::string_view>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is_at(tokens, at + i, words[i])) return false;
    }
    return true;
}

/// The type at the token `at`; moves `at` behind it.
std::string_view village_type(const LineTokens& tokens, std::size_t& at) {
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

/// Whether a name may end before the token `at`.
bool is_delimiter(const LineTokens& tokens, std::size_t at) {
    if (at >= tokens.size()) return true;
    constexpr std::array<std::string_view, 8> marks = {",", ";", ".", ")", "(", ":", "/", "…"};
    return std::find(marks.begin(), marks.end(), tokens[at].text) != marks.end() ||
           tokens[at].is("va");
}

/// "văn hóa", "nông thôn mới", "nghề", "kiểu mẫu" behind a type say of what kind it is.
bool is_kind(const LineTokens& tokens, std::size_t at) {
    const auto is = [&](std::size_t i, std::string_view word) { return is_at(tokens, i, word); };
    return (is(at, "văn") && lower_at(tokens, at + 1).starts_with("h")) ||
           (is(at, "nông") && is(at + 1, "thôn")) || (is(at, "kiểu") && is(at + 1, "mẫu")) ||
           (is(at, "du") && is(at + 1, "lịch")) || is(at, "trưởng") ||
           (is(at, "đội") && is(at + 1, "trưởng"));
}

/// End of the name that begins at `begin`; `begin` when there is none. A number ends a name where
/// nothing else follows: "Đội 2,".
std::size_t name_end(const LineTokens& tokens, std::size_t begin) {
    std::size_t end = begin;
    while (end < tokens.size() && end - begin < max_name_words && is_name_word(tokens[end])) ++end;
    const bool numbered = end > begin && end < tokens.size() && tokens[end].is_number() &&
                          tokens[end].gap > 0 && is_delimiter(tokens, end + 1);
    return numbered ? end + 1 : end;
}

class VillageScan {
public:
    explicit VillageScan(const Commune& commune) : commune_(place_key(commune.name)) {}

    void add(std::string_view line) {
        line_ = line;
        const LineTokens tokens = tokens_of(line);
        for (std::size_t at = 0; at < tokens.size();) {
            std::size_t begin = at;
            const std::string_view type = may_begin_type(initials_, tokens[at].key)
                                              ? village_type(tokens, begin)
                                              : std::string_view();
            if (!type.empty()) {
                at = add_names(tokens, at, begin, type);
            } else {
                if (tokens[at].is("chi")) add_cell(tokens, at);
                ++at;
            }
        }
        find_lists(tokens);
    }

    /// Takes in what stands in one list with a hamlet already known: "(Tân Đông, Tân Trung và Tân
    /// Lâm)".
    void add_lists() {
        for (const std::vector<std::string_view>& names : lists_) {
            const auto known = std::find_if(found_.begin(), found_.end(), [&](const Village& one) {
                return std::find(names.begin(), names.end(), one.name) != names.end();
            });
            if (known == found_.end()) continue;
            const std::string type = known->type;
            for (const std::string_view name : names) note(type, name, 0);
        }
    }

    /// What only stood in a list is of the type most said.
    std::vector<Village> take() {
        add_lists();
        std::map<std::string, std::size_t> times;
        for (const Village& village : found_) times[village.type] += village.times;
        const auto most =
            std::max_element(times.begin(), times.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        for (Village& village : found_) {
            if (village.times == 0) village.type = most->first;
        }
        return std::move(found_);
    }

private:
    /// Party cells and unions have one branch a hamlet: "chi bộ Tân Sơn", "chi hội CCB Tân Hà".
    void add_cell(const LineTokens& tokens, std::size_t at) {
        constexpr std::array<std::string_view, 3> cells = {"bộ", "hội", "đoàn"};
        const bool cell = is_at(tokens, at, "chi") &&
                          std::any_of(cells.begin(), cells.end(), [&](std::string_view word) {
                              return is_at(tokens, at + 1, word);
                          });
        if (!cell) return;
        std::size_t begin = at + 2;
        if (begin < tokens.size() && is_acronym(tokens[begin])) ++begin;
        if (begin >= tokens.size() || is_office(tokens[begin])) return;
        const std::size_t end = name_end(tokens, begin);
        if (end >= begin + 2) note("thôn", text_of(tokens, begin, end));
    }

    static bool is_office(const LineToken& token) {
        constexpr std::array<std::string_view, 14> words = {
            "truong", "tram", "cong", "quan",  "co",   "hop",  "doanh",
            "ngan",   "dien", "benh", "phong", "khoi", "nong", "phu"};
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return token.is(word); });
    }

    /// The names behind the type that stands at [type_at, begin); returns where to go on.
    std::size_t add_names(const LineTokens& tokens, std::size_t type_at, std::size_t begin,
                          std::string_view type) {
        std::size_t at = begin;
        if (is_at(tokens, at, "số") && at + 1 < tokens.size() && tokens[at + 1].is_number()) ++at;
        const bool sure = tokens[type_at].capital || begin - type_at > 1 || at > begin;
        if (at < tokens.size() && tokens[at].is_number()) {
            constexpr std::int32_t most_villages = 99;  // "tiểu khu 741" is a piece of forest
            const std::int32_t number = tokens[at].value;
            if (!sure || number <= 0 || number > most_villages || tokens[at].gap == 0) return at;
            note(type, tokens[at].text);
            return at + 1;
        }
        if (begin < tokens.size() && (tokens[begin].gap == 0 || is_kind(tokens, begin)))
            return begin;
        std::size_t end = name_end(tokens, begin);
        if (end == begin) return std::max(begin, type_at + 1);
        note(type, text_of(tokens, begin, end));
        return add_more(tokens, end, type);
    }

    /// "…, Mỹ Phú và Mỹ Hà": two words or more, each followed by a mark.
    std::size_t add_more(const LineTokens& tokens, std::size_t end, std::string_view type) {
        while (end + 2 < tokens.size() && (tokens[end].text == "," || tokens[end].is("va"))) {
            const std::size_t begin = end + 1;
            const std::size_t next = name_end(tokens, begin);
            if (next < begin + 2 || !is_delimiter(tokens, next)) break;
            if (place_of_other_kind(tokens, begin)) break;
            note(type, text_of(tokens, begin, next));
            end = next;
        }
        return end;
    }

    void find_lists(const LineTokens& tokens) {
        std::vector<std::string_view> names;
        for (std::size_t at = 0; at < tokens.size();) {
            names.clear();
            const std::size_t end = list_end(tokens, at, names);
            if (names.size() > 1) lists_.push_back(names);
            at = std::max(end, at + 1);
        }
    }

    /// The names of two words or more that begin at `at` and are parted by ',' or "và".
    std::size_t list_end(const LineTokens& tokens, std::size_t at,
                         std::vector<std::string_view>& names) const {
        if (at > 0 && is_name_word(tokens[at - 1]) && tokens[at].gap > 0) return at;
        for (;;) {
            const std::size_t end = name_end(tokens, at);
            const bool fits = end >= at + 2 && end <= at + 3 && !place_of_other_kind(tokens, at);
            if (!fits) return at;
            names.push_back(text_of(tokens, at, end));
            const bool more =
                end < tokens.size() && (tokens[end].text == "," || tokens[end].is("va"));
            if (!more || end + 1 >= tokens.size()) return end;
            at = end + 1;
        }
    }

    static bool place_of_other_kind(const LineTokens& tokens, std::size_t at) {
        constexpr std::array<std::string_view, 10> words = {
            "xa", "huyen", "tinh", "phuong", "hoi", "doan", "dang", "ban", "cong", "mat"};
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return tokens[at].is(word); });
    }

    [[nodiscard]] std::string_view text_of(const LineTokens& tokens, std::size_t begin,
                                           std::size_t end) const {
        const LineToken& last = tokens[end - 1];
        return line_.substr(tokens[begin].at, last.at + last.text.size() - tokens[begin].at);
    }

    void note(std::string_view type, std::string_view name, std::size_t times = 1) {
        std::string written(type);
        written += '\n';
        written += name;
        const auto [noted, is_new] = noted_.try_emplace(std::move(written));
        if (is_new) noted->second = enter({std::string(type), std::string(name), 0});
        if (noted->second.at == nowhere) return;
        Village& known = found_[noted->second.at];
        known.times += times;
        if (known.type == "khu dân cư") known.type = noted->second.type;  // says nothing of its own
    }

    /// Where a mention is counted, and the type it gives.
    struct Noted {
        std::size_t at = nowhere;  ///< index into found_
        std::string type;
    };

    /// The place of a hamlet, a new one if it is not known yet.
    Noted enter(Village village) {
        split_inner_type(village);
        std::string key = village_key(village.name);
        if (key.empty() || place_key(full_name(village)) == commune_) return {};
        const auto known = std::find(keys_.begin(), keys_.end(), key);
        const auto at = static_cast<std::size_t>(known - keys_.begin());
        if (known != keys_.end()) return {at, std::move(village.type)};
        constexpr std::size_t max_villages = 200;
        if (found_.size() == max_villages) return {};
        keys_.push_back(std::move(key));
        found_.push_back(village);
        return {at, std::move(village.type)};
    }

    /// "thôn Làng Chù" is làng Chù.
    static void split_inner_type(Village& village) {
        for (const std::string_view type : village_types()) {
            const std::string begin = lower(village.name.substr(0, type.size()));
            if (begin != type || village.name.size() <= type.size() + 1) continue;
            if (village.name[type.size()] != ' ') continue;
            village = {std::string(type), village.name.substr(type.size() + 1), village.times};
            return;
        }
    }

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    const Initials& initials_ = initials_of_types();
    std::string commune_;
    std::string_view line_;
    std::vector<Village> found_;
    std::vector<std::string> keys_;                 ///< village_key() of found_
    std::unordered_map<std::string, Noted> noted_;  ///< by type and name as written
    std::vector<std::vector<std::string_view>> lists_;
};

bool is_word_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const char32_t value = decode_at(text, at).value;
    return is_letter(value) || is_digit(value) || is_mark(value);
}

/// Whether `name` stands in `text` between word ends.
bool holds_name(std::string_view text, std::string_view name) {
    for (std::size_t at = text.find(name); at != std::string_view::npos;
         at = text.find(name, at + 1)) {
        const bool begins =
            at == 0 || text[at - 1] == ' ' || static_cast<unsigned char>(text[at - 1]) < '0';
        if (begins && !is_word_at(text, at + name.size())) return true;
    }
    return false;
}

}  // namespace

std::string full_name(const Village& village) { return village.type + ' ' + village.name; }

std::vector<Village> villages_named(const std::vector<Line>& lines, const Commune& commune) {
    constexpr std::size_t max_line = 20'000;  // bytes
    VillageScan scan(commune);
    for (const Line& line : lines) {
        if (!is_capitals(line.text)) scan.add(truncate_utf8(line.text, max_line));
    }
    return scan.take();
}

std::vector<const Village*> villages_in(std::string_view text,
                                        const std::vector<Village>& villages) {
    std::vector<const Village*> found;
    std::string small;
    for (const Village& village : villages) {
        const bool numbered = is_digit(static_cast<unsigned char>(village.name.front()));
        if (numbered && small.empty()) small = lower(text);
        const bool here = numbered ? holds_name(small, full_name(village)) ||
                                         holds_name(small, village.type + " số " + village.name)
                                   : holds_name(text, village.name);
        if (here) found.push_back(&village);
    }
    return found;
}

}  // namespace commsearch
