#include "analyzers/word/synonyms.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers_dictionaries.h"

namespace commsearch::word {
namespace {

using Words = std::vector<std::string>;

struct Row {
    std::vector<Words> members;
    std::vector<Words> otherwise;
};

std::vector<Words> phrases_of(std::string_view field) {
    std::vector<Words> phrases;
    for (const std::string_view phrase : split(field, ';')) {
        if (trimmed(phrase).empty()) continue;
        Words& words = phrases.emplace_back();
        for (const std::string_view word : split(trimmed(phrase), ' '))
            words.push_back(syllable::canonical_word(word));
    }
    return phrases;
}

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

/// The dictionary, by the unaccented first word of each member.
struct Table {
    struct Member {
        std::size_t row = 0;
        std::size_t number = 0;
    };
    std::vector<Row> rows;
    std::unordered_multimap<std::string, Member> by_first;

    Table() {
        for (const TsvRow& line : tsv_rows(embedded::synonyms_tsv())) {
            rows.push_back({phrases_of(line.fields[0]), phrases_of(line.fields[1])});
            const Row& row = rows.back();
            for (std::size_t i = 0; i < row.members.size(); ++i)
                by_first.emplace(unaccented(row.members[i].front()), Member{rows.size() - 1, i});
        }
    }
};

const Table& table() {
    static const Table made;
    return made;
}

Tokens running_words(const Tokens& tokens) {
    Tokens running;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(running),
                 [](const Token& token) { return is_running(token); });
    return running;
}

bool stands_at(const Tokens& running, std::size_t first, const Words& words) {
    if (first + words.size() > running.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Token& token = running[first + i];
        const bool is_bare = words.size() > 1 && token.term == token.unaccented;
        if (token.position != running[first].position + i) return false;
        if (token.term != words[i] && !(is_bare && token.term == unaccented(words[i])))
            return false;
    }
    return true;
}

/// Whether the word at `at` lies in one of the phrases.
bool is_within(const Tokens& running, std::size_t at, const std::vector<Words>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](const Words& phrase) {
        for (std::size_t back = 0; back < phrase.size() && back <= at; ++back) {
            if (stands_at(running, at - back, phrase)) return true;
        }
        return false;
    });
}

Synonyms synonyms_of(const Row& row, std::size_t number, const Token& first) {
    Synonyms found{first.position, static_cast<std::uint16_t>(row.members[number].size()), {}, {}};
    for (std::size_t i = 0; i < row.members.size(); ++i) {
        if (i != number) found.others.push_back(joined(row.members[i]));
    }
    for (const Words& phrase : row.otherwise) found.otherwise.push_back(joined(phrase));
    return found;
}

}  // namespace

std::vector<Synonyms> synonyms_in(const Tokens& tokens) {
    const Tokens running = running_words(tokens);
    std::vector<Synonyms> found;
    for (std::size_t at = 0; at < running.size();) {
        const Row* row = nullptr;
        std::size_t number = 0;
        const auto [begin, end] = table().by_first.equal_range(running[at].unaccented);
        for (auto member = begin; member != end; ++member) {
            const Row& its = table().rows[member->second.row];
            const Words& words = its.members[member->second.number];
            if (row != nullptr && words.size() <= row->members[number].size()) continue;
            if (!stands_at(running, at, words) || is_within(running, at, its.otherwise)) continue;
            row = &its;
            number = member->second.number;
        }
        if (row == nullptr) {
            ++at;
            continue;
        }
        found.push_back(synonyms_of(*row, number, running[at]));
        at += row->members[number].size();
    }
    return found;
}

}  // namespace commsearch::word
