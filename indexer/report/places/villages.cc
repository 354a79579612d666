#include "indexer/report/places/villages.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "analyzers/base/unicode.h"
#include "indexer/report/places/village_list.h"
#include "indexer/report/places/village_words.h"

namespace commsearch::report {
namespace {

/// Finds the hamlets of one report, line by line.
class VillageReader {
public:
    explicit VillageReader(const Commune& commune) : villages_(commune) {}

    void add(LineTokens tokens) {
        for (std::size_t at = 0; at < tokens.size();) {
            std::size_t begin = at;
            const std::string_view type = village_type_at(tokens, begin);
            if (!type.empty()) {
                at = add_names(tokens, at, begin, type);
            } else {
                if (tokens[at].is("chi")) add_cell(tokens, at);
                ++at;
            }
        }
        find_lists(tokens);
    }

    std::vector<Village> take() { return villages_.take(); }

private:
    /// Party cells and unions have one branch a hamlet: "chi bộ Tân Sơn", "chi hội CCB Tân Hà".
    void add_cell(LineTokens tokens, std::size_t at) {
        constexpr std::array<std::string_view, 3> cells = {"bộ", "hội", "đoàn"};
        const bool cell = token_is(tokens, at, "chi") &&
                          std::any_of(cells.begin(), cells.end(), [&](std::string_view word) {
                              return token_is(tokens, at + 1, word);
                          });
        if (!cell) return;
        std::size_t begin = at + 2;
        if (begin < tokens.size() && is_acronym(tokens[begin])) ++begin;
        if (begin >= tokens.size() || is_office(tokens[begin])) return;
        const std::size_t end = village_name_end(tokens, begin);
        if (end >= begin + 2) villages_.add("thôn", text_between(tokens[begin], tokens[end - 1]));
    }

    /// The names behind the type that stands at [type_at, begin); returns where to go on.
    std::size_t add_names(LineTokens tokens, std::size_t type_at, std::size_t begin,
                          std::string_view type) {
        std::size_t at = begin;
        if (token_is(tokens, at, "số") && at + 1 < tokens.size() && tokens[at + 1].is_number())
            ++at;
        if (begin < tokens.size() && tokens[begin].gap >= column_gap) return begin;
        const bool sure = tokens[type_at].capital || begin - type_at > 1 || at > begin;
        if (at < tokens.size() && tokens[at].is_number()) {
            constexpr std::int32_t most_villages = 99;  // "tiểu khu 741" is a piece of forest
            const std::int32_t number = tokens[at].value;
            if (!sure || number <= 0 || number > most_villages || tokens[at].gap == 0) return at;
            villages_.add(type, tokens[at].text);
            return at + 1;
        }
        if (begin < tokens.size() && (tokens[begin].gap == 0 || is_kind_of_village(tokens, begin)))
            return begin;
        std::size_t end = village_name_end(tokens, begin);
        if (end == begin) return std::max(begin, type_at + 1);
        villages_.add(type, text_between(tokens[begin], tokens[end - 1]));
        return add_more(tokens, end, type);
    }

    /// "…, Mỹ Phú và Mỹ Hà": two words or more, each followed by a mark.
    std::size_t add_more(LineTokens tokens, std::size_t end, std::string_view type) {
        while (end + 2 < tokens.size() && (tokens[end].text == "," || tokens[end].is("va"))) {
            const std::size_t begin = end + 1;
            const std::size_t next = village_name_end(tokens, begin);
            if (next < begin + 2 || !ends_village_name(tokens, next)) break;
            if (is_other_place(tokens[begin])) break;
            villages_.add(type, text_between(tokens[begin], tokens[next - 1]));
            end = next;
        }
        return end;
    }

    void find_lists(LineTokens tokens) {
        std::vector<std::string_view> names;
        for (std::size_t at = 0; at < tokens.size();) {
            names.clear();
            const std::size_t end = list_end(tokens, at, names);
            if (names.size() > 1) villages_.add_list(names);
            at = std::max(end, at + 1);
        }
    }

    /// The names of two words or more that begin at `at` and are parted by ',' or "và".
    static std::size_t list_end(LineTokens tokens, std::size_t at,
                                std::vector<std::string_view>& names) {
        if (at > 0 && is_name_word(tokens[at - 1]) && tokens[at].gap > 0) return at;
        for (;;) {
            const std::size_t end = village_name_end(tokens, at);
            const bool fits = end >= at + 2 && end <= at + 3 && !is_other_place(tokens[at]);
            if (!fits) return at;
            names.push_back(text_between(tokens[at], tokens[end - 1]));
            const bool more =
                end < tokens.size() && (tokens[end].text == "," || tokens[end].is("va"));
            if (!more || end + 1 >= tokens.size()) return end;
            at = end + 1;
        }
    }

    VillageList villages_;
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
    VillageReader reader(commune);
    for (const Line& line : lines) {
        if (is_capitals(line.text)) continue;
        reader.add(line.text.size() <= max_line ? line.take_tokens()
                                                : tokens_of(truncate_utf8(line.text, max_line)));
    }
    return reader.take();
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

}  // namespace commsearch::report
