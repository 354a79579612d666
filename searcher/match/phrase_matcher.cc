#include "searcher/match/phrase_matcher.h"

#include "searcher/match/sequences.h"

namespace commsearch::match {
namespace {

std::vector<std::string> spelled(const index::Vocabulary& words, const plan::Sequence::Word& word) {
    std::vector<std::string> terms;
    for (const std::string& text : {word.text, word.twin}) {
        if (text.empty()) continue;
        terms.push_back(text);  // which may stand in short forms only, and so be no term
        if (!word.is_exact) {
            const std::vector<std::string> all = words.spellings(text);
            terms.insert(terms.end(), all.begin(), all.end());
        }
    }
    terms.insert(terms.end(), word.others.begin(), word.others.end());
    return terms;
}

}  // namespace

PhraseMatcher::PhraseMatcher(const index::IndexReader& index, const plan::Nearness& near)
    : columns_(index.columns()), distance_(near.distance) {
    const index::Vocabulary words = index.words();
    for (const plan::Sequence& sequence : near.sequences) {
        std::vector<Fitting>& ready = sequences_.emplace_back();
        for (const plan::Sequence::Word& word : sequence.words) {
            Fitting& fitting = ready.emplace_back(columns_.terms(), false);
            const std::vector<std::uint32_t> numbers = word.is_prefix
                                                           ? words.numbers_beginning_with(word.text)
                                                           : words.numbers_of(spelled(words, word));
            for (const std::uint32_t number : numbers) {
                const std::uint32_t rank = columns_.rank(number);
                if (rank < fitting.size()) fitting[rank] = true;
            }
        }
    }
    constexpr std::size_t bits = 64;
    if (sequences_.size() == 1 && !sequences_.front().empty() &&
        sequences_.front().size() <= bits) {
        prepare_phrase(sequences_.front());
    }
}

void PhraseMatcher::prepare_phrase(const std::vector<Fitting>& sequence) {
    last_bit_ = std::uint64_t{1} << (sequence.size() - 1);
    mask_by_code_.assign(std::size_t{UINT16_MAX} + 1, 0);
    for (std::uint32_t rank = 0; rank < columns_.terms(); ++rank) {
        std::uint64_t mask = 0;
        for (std::size_t i = 0; i < sequence.size(); ++i) {
            if (sequence[i][rank]) mask |= std::uint64_t{1} << i;
        }
        if (mask == 0) continue;
        if (rank > schema::word_codes::max_short_rank || masks_.size() > UINT16_MAX) {
            mask_by_high_rank_.emplace(rank, mask);
            continue;
        }
        mask_by_code_[rank + 1] = static_cast<std::uint16_t>(masks_.size());
        masks_.push_back(mask);
    }
}

/// Where in the phrase the word at `at` fits; moves behind it.
std::uint64_t PhraseMatcher::places_of_code(std::span<const std::uint16_t> codes,
                                            std::size_t& at) const {
    const std::uint16_t code = codes[at];
    const std::uint32_t rank = schema::word_rank(codes, at);
    if (code != schema::word_codes::high_rank) return masks_[mask_by_code_[code]];
    const auto found = mask_by_high_rank_.find(rank);
    return found == mask_by_high_rank_.end() ? 0 : found->second;
}

bool PhraseMatcher::phrase_stands_in(std::span<const std::uint16_t> codes) const {
    std::uint64_t state = 0;
    for (std::size_t at = 0; at < codes.size();) {
        if (codes[at] == schema::word_codes::short_form) {  // its long form follows
            if (++at < codes.size()) (void)schema::word_rank(codes, at);
            ++at;
            continue;
        }
        state = ((state << 1U) | 1U) & places_of_code(codes, at);  // none for what is left out
        if ((state & last_bit_) != 0) return true;
    }
    return false;
}

bool PhraseMatcher::stands_at(std::span<const schema::ColumnWord> words, std::size_t first,
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

std::vector<std::uint32_t> PhraseMatcher::places_of(std::span<const schema::ColumnWord> words,
                                                    const std::vector<Fitting>& sequence) {
    std::vector<std::uint32_t> places;
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (words[first].is_running && stands_at(words, first, sequence))
            places.push_back(words[first].position);
    }
    return places;
}

bool PhraseMatcher::stands_in(std::uint32_t passage) {
    if (last_bit_ != 0) return phrase_stands_in(columns_.codes(passage));
    columns_.read_words(passage, words_);
    std::vector<std::vector<std::uint32_t>> places;
    for (const std::vector<Fitting>& sequence : sequences_) {
        places.push_back(places_of(words_, sequence));
        if (places.back().empty()) return false;
    }
    return are_near(places, distance_);
}

}  // namespace commsearch::match
