// Words that the one being typed may become.

#include <algorithm>
#include <map>
#include <utility>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "indexer/schema/columns.h"
#include "searcher/complete/completion_search.h"

namespace commsearch::complete {

void Completions::Search::add_next_words() {
    const index::Vocabulary words = index_.words();
    const auto [first, last] = all_.words_beginning_with(words_.back().unaccented);
    struct Next {
        double passages = 0;         ///< in any spelling
        std::uint32_t most = 0;      ///< of the spelling that most passages have
        const Word* word = nullptr;  ///< that spelling
        std::uint32_t before = 0;    ///< and the word that stands before it
    };
    std::map<std::string_view, Next> nexts;
    const TypedWord& before = words_[words_.size() - 2];
    for (const std::uint32_t term : words.numbers_of(words.spellings(before.unaccented))) {
        if (before.has_marks() && index_.columns().term(term) != before.text) continue;
        const schema::Columns::Followers followers = index_.columns().followers(term);
        for (std::size_t i = 0; i < followers.terms.size(); ++i) {
            const std::uint32_t place = all_.place_of_term(followers.terms[i]);
            if (place < first || place >= last || !fits_last_word(all_.words_[place])) continue;
            const Word& word = all_.words_[place];
            Next& next = nexts[word.unaccented];
            next.passages += followers.passages[i];
            if (followers.passages[i] > next.most) {
                next.most = followers.passages[i];
                next.word = &word;
                next.before = term;
            }
        }
    }
    std::vector<Next> sorted;
    for (const auto& [letters, next] : nexts) sorted.push_back(next);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Next& a, const Next& b) { return a.passages > b.passages; });
    const std::size_t wanted = kind_limits.at(static_cast<std::size_t>(Completion::Kind::word));
    for (std::size_t i = 0; i < sorted.size() && i < wanted; ++i)
        offer_pair(sorted[i].before, sorted[i].word->term);
    if (!sorted.empty()) ++found_words_;
}

bool Completions::Search::fits_last_word(const Word& word) const {
    const TypedWord& last = words_.back();
    return !last.has_marks() || word.term.starts_with(last.text);
}

void Completions::Search::add_last_words() {
    const std::string& begin = words_.back().unaccented;
    const auto [first, last] = all_.words_beginning_with(begin);
    std::vector<const Word*> fitting;
    for (std::uint32_t place = first; place < last; ++place) {
        if (fits_last_word(all_.words_[place])) fitting.push_back(&all_.words_[place]);
    }
    const std::size_t wanted =
        std::min(fitting.size(), kind_limits.at(static_cast<std::size_t>(Completion::Kind::word)));
    std::partial_sort(fitting.begin(), fitting.begin() + static_cast<std::ptrdiff_t>(wanted),
                      fitting.end(), [](const Word* a, const Word* b) {
                          return a->passages != b->passages ? a->passages > b->passages
                                                            : a->term < b->term;
                      });
    for (std::size_t i = 0; i < wanted; ++i) offer_word(fitting[i]->term);
}

void Completions::Search::offer_word(const std::string& term) {
    const std::string word = shown(spelled(term));
    offer({Completion::Kind::word, word, word, 0}, words_.size() - 1, word);
}

void Completions::Search::offer_pair(std::uint32_t before, const std::string& term) {
    std::string tail = shown(term);
    std::size_t first = words_.size() - 1;
    std::uint32_t word = before;
    while (first > 0 && is_bare(words_[first - 1])) {
        if (first + 1 < words_.size()) word = word_before(words_[first - 1], word);
        tail = shown(std::string(index_.columns().term(word))) + ' ' + tail;
        --first;
    }
    offer({Completion::Kind::word, tail, tail, 0}, first, tail);
}

bool Completions::Search::is_bare(const TypedWord& typed) {
    return std::all_of(typed.text.begin(), typed.text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

std::uint32_t Completions::Search::word_before(const TypedWord& typed, std::uint32_t next) const {
    const index::Vocabulary words = index_.words();
    const std::vector<std::uint32_t> spellings =
        words.numbers_of(words.spellings(typed.unaccented));
    const auto best =
        std::max_element(spellings.begin(), spellings.end(), [&](std::uint32_t a, std::uint32_t b) {
            return index_.columns().pair_frequency(a, next) <
                   index_.columns().pair_frequency(b, next);
        });
    return best == spellings.end() ? next : *best;
}

std::string Completions::Search::shown(const std::string& term) const {
    return index_.snapshot().abbreviations().lists(term) && !syllable::is_syllable(term)
               ? upper(term)
               : term;
}

std::string Completions::Search::spelled(const std::string& term) const {
    if (unaccented(term) != term) return term;
    const auto [first, last] =
        std::equal_range(all_.words_.begin(), all_.words_.end(), Word{term, {}, 0},
                         [](const Word& a, const Word& b) { return a.unaccented < b.unaccented; });
    if (first == last) return term;
    return std::max_element(first, last,
                            [](const Word& a, const Word& b) { return a.passages < b.passages; })
        ->term;
}

}  // namespace commsearch::complete
