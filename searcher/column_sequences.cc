#include "searcher/column_sequences.h"

#include "searcher/sequences.h"

namespace commsearch {
namespace {

std::vector<std::string> spelled(const IndexWords& words, const Sequence::Word& word) {
    std::vector<std::string> terms;
    for (const std::string& text : {word.text, word.twin}) {
        if (text.empty()) continue;
        if (word.is_exact) {
            terms.push_back(text);
        } else {
            const std::vector<std::string> all = words.spellings(text);
            terms.insert(terms.end(), all.begin(), all.end());
        }
    }
    return terms;
}

}  // namespace

ColumnNearness::ColumnNearness(const OpenIndex& index, const Nearness& near)
    : distance_(near.distance) {
    const IndexWords words = index.words();
    for (const Sequence& sequence : near.sequences) {
        std::vector<Fitting>& ready = sequences_.emplace_back();
        for (const Sequence::Word& word : sequence.words) {
            Fitting& fitting = ready.emplace_back(index.columns->terms(), false);
            const std::vector<std::uint32_t> numbers = word.is_prefix
                                                           ? words.numbers_beginning_with(word.text)
                                                           : words.numbers_of(spelled(words, word));
            for (const std::uint32_t number : numbers)
                fitting.at(index.columns->rank(number)) = true;
        }
    }
}

bool ColumnNearness::stands_at(std::span<const ColumnWord> words, std::size_t first,
                               const std::vector<Fitting>& sequence) {
    std::uint32_t position = words[first].position;
    std::size_t at = first;
    for (const Fitting& fitting : sequence) {
        while (at < words.size() && !words[at].is_running) ++at;
        if (at == words.size() || words[at].position != position) return false;
        if (words[at].rank >= fitting.size() || !fitting[words[at].rank]) return false;
        ++position;
        ++at;
    }
    return true;
}

std::vector<std::uint32_t> ColumnNearness::places_of(std::span<const ColumnWord> words,
                                                     const std::vector<Fitting>& sequence) {
    std::vector<std::uint32_t> places;
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (words[first].is_running && stands_at(words, first, sequence))
            places.push_back(words[first].position);
    }
    return places;
}

bool ColumnNearness::stands_in(std::span<const ColumnWord> words) const {
    if (sequences_.size() == 1) {
        for (std::size_t first = 0; first < words.size(); ++first) {
            if (words[first].is_running && stands_at(words, first, sequences_.front())) return true;
        }
        return false;
    }
    std::vector<std::vector<std::uint32_t>> places;
    for (const std::vector<Fitting>& sequence : sequences_) {
        places.push_back(places_of(words, sequence));
        if (places.back().empty()) return false;
    }
    return are_near(places, distance_);
}

}  // namespace commsearch
