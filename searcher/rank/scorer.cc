#include "searcher/rank/scorer.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "indexer/schema/columns.h"
#include "searcher/model/ranking.h"

namespace commsearch {

Scorer::Scorer(const OpenIndex& index, const std::vector<ScorePart>& parts)
    : index_(index),
      columns_(*index.columns),
      parts_(parts),
      word_by_code_(std::size_t{UINT16_MAX} + 1, 0),
      above_terms_(columns_.terms(), 0),
      mean_length_(columns_.mean_length()),
      counts_(parts.size(), 0) {
    for (const ScorePart& part : parts_) {
        if (part.kind != ScorePart::Kind::pair) continue;
        (void)letters_of(part.terms[0]);
        (void)letters_of(part.terms[1]);
    }
    reads_words_ = !letters_.empty();
    word_by_code_[word_codes::short_form] = is_special;
    word_by_code_[word_codes::high_rank] = is_special;
    pairs_.assign((letters_.size() + 1) * (letters_.size() + 1), 0);
    for (std::size_t part = 0; part < parts_.size(); ++part) prepare(static_cast<PartNumber>(part));
}

/// As BM25Weight of Xapian 1.4 has it: never below log 1.
double Scorer::idf(const ScorePart& part) const {
    const IndexWords words = index_.words();
    const double all = words.documents();
    double lacking = 1;  // share of documents with none of the terms, were they independent
    if (part.kind == ScorePart::Kind::pair) {
        lacking -= words.passages_with_pair(words.spellings(part.terms[0]),
                                            words.spellings(part.terms[1])) /
                   all;
    } else {
        for (const std::string& term : part.terms) lacking *= 1 - words.passages(term) / all;
    }
    const double frequency = all * (1 - lacking);
    const double odds = (all - frequency + 0.5) / (frequency + 0.5);
    return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

void Scorer::prepare(PartNumber number) {
    const ScorePart& part = parts_[number];
    const bool is_constant = part.kind == ScorePart::Kind::constant;
    weights_.push_back(is_constant ? part.weight : part.weight * idf(part) * (bm25_k1 + 1));
    if (part.kind == ScorePart::Kind::pair) return prepare_pair(number);
    for (const std::string& term : part.terms) {
        if (term.starts_with(prefix_compound)) {
            add_postings(term, number);
        } else if (term.starts_with(prefix_context)) {
            const auto found = columns_.find_term(term.substr(prefix_context.size()));
            if (!found) continue;
            above_filter_ |= std::uint64_t{1} << (*found % filter_bits);
            std::uint16_t& place = above_terms_[*found];
            if (place == 0) {
                place = static_cast<std::uint16_t>(above_parts_.size());
                above_parts_.emplace_back();
            }
            above_parts_[place].push_back(number);
        } else if (!reads_words_) {
            add_postings(term, number);
        } else if (const auto found = columns_.find_term(term)) {
            word_of(*found).parts.push_back(number);
        }
    }
}

void Scorer::prepare_pair(PartNumber number) {
    const IndexWords words = index_.words();
    const std::vector<std::string>& pair = parts_[number].terms;
    for (const std::string& bare_word : pair) {
        for (const std::uint32_t term : words.numbers_of(words.spellings(bare_word)))
            word_of(term).letters = letters_of(bare_word);
    }
    std::uint16_t& place =
        pairs_[letters_of(pair[0]) * (letters_.size() + 1) + letters_of(pair[1])];
    if (place == 0) {
        place = static_cast<std::uint16_t>(pair_parts_.size());
        pair_parts_.emplace_back();
    }
    pair_parts_[place].push_back(number);
}

std::uint16_t Scorer::letters_of(const std::string& bare_word) {
    const auto found = std::find(letters_.begin(), letters_.end(), bare_word);
    const auto number = static_cast<std::uint16_t>(found - letters_.begin() + 1);
    if (found == letters_.end()) letters_.push_back(bare_word);
    return number;
}

Scorer::Word& Scorer::word_of(std::uint32_t number) {
    const std::uint32_t rank = columns_.rank(number);
    std::uint16_t& place =
        rank <= word_codes::max_short_rank ? word_by_code_[rank + 1] : word_by_high_rank_[rank];
    if (place == 0) {
        place = static_cast<std::uint16_t>(words_.size());
        words_.emplace_back();
    }
    return words_[place];
}

void Scorer::add_postings(const std::string& term, PartNumber part) {
    const auto known = postings_by_term_.find(term);
    if (known != postings_by_term_.end()) {
        postings_[known->second].parts.push_back(part);
        return;
    }
    postings_by_term_.emplace(term, postings_.size());
    Postings& postings = postings_.emplace_back();
    postings.parts = {part};
    postings.all.reserve(index_.database.get_termfreq(term));
    const auto end = index_.database.postlist_end(term);
    for (auto at = index_.database.postlist_begin(term); at != end; ++at) {
        // The names of a paper have no wdf.
        postings.all.push_back({*at, std::max<std::uint32_t>(at.get_wdf(), 1)});
    }
}

const Scorer::Word& Scorer::word_at(std::span<const std::uint16_t> codes, std::size_t& at) const {
    const std::uint16_t code = codes[at];
    const std::uint32_t rank = word_rank(codes, at);
    if (code == word_codes::short_form) return words_[0];  // only where it is damaged
    if (code != word_codes::high_rank) return words_[word_by_code_[code]];
    const auto found = word_by_high_rank_.find(rank);
    return words_[found == word_by_high_rank_.end() ? 0 : found->second];
}

void Scorer::count_word(const Word& word, bool is_term, std::uint16_t& before) {
    if (is_term) {
        for (const PartNumber part : word.parts) count(part);
    }
    if (before != 0 && word.letters != 0) {
        const std::size_t stride = letters_.size() + 1;
        for (const PartNumber part : pair_parts_[pairs_[before * stride + word.letters]])
            count(part);
    }
    before = word.letters;
}

void Scorer::count_short_form(std::span<const std::uint16_t> codes, std::size_t& at,
                              std::uint16_t& before) {
    if (++at == codes.size()) return;
    for (const PartNumber part : word_at(codes, at).parts) count(part);
    if (at == codes.size()) return;
    const bool is_local = (codes[at] & word_codes::is_local) != 0;
    for (unsigned left = codes[at++] & ~unsigned{word_codes::is_local};
         left > 0 && at < codes.size(); --left) {
        count_word(word_at(codes, at), is_local, before);
    }
}

void Scorer::count_words(std::uint32_t passage) {
    const std::span<const std::uint16_t> codes = columns_.codes(passage);
    const std::uint16_t* const places = word_by_code_.data();  // most codes say nothing: be quick
    std::uint16_t before = 0;                                  // letters of the word right before
    for (std::size_t at = 0; at < codes.size();) {
        const std::uint16_t code = codes[at];
        const std::uint16_t place = places[code];
        if (place == 0) {
            before = 0;
            ++at;
        } else if (place != is_special) {
            ++at;
            count_word(words_[place], true, before);
        } else if (code == word_codes::short_form) {
            count_short_form(codes, at, before);
        } else {
            count_word(word_at(codes, at), true, before);
        }
    }
}

void Scorer::count_postings(std::uint32_t passage) {
    for (Postings& one : postings_) {
        while (one.next < one.all.size() && one.all[one.next].document < passage) ++one.next;
        if (one.next == one.all.size() || one.all[one.next].document != passage) continue;
        for (const PartNumber part : one.parts) count(part, one.all[one.next].times);
    }
}

void Scorer::read_above(std::span<const std::uint32_t> context, std::vector<Above>& above) const {
    above.clear();
    for (const std::uint32_t term : context) {
        if ((above_filter_ >> (term % filter_bits) & 1U) == 0) continue;
        const std::uint16_t place = term < above_terms_.size() ? above_terms_[term] : 0;
        for (const PartNumber part : above_parts_[place]) {
            const auto found = std::find_if(above.begin(), above.end(),
                                            [&](const Above& one) { return one.part == part; });
            if (found == above.end()) {
                above.push_back({part, 1});
            } else {
                ++found->count;
            }
        }
    }
}

void Scorer::count_above(std::uint32_t passage) {
    const std::uint32_t number = columns_.section_of(passage);
    if (number >= columns_.sections().size()) return;
    if (number != section_) {
        const SectionRow& section = columns_.sections()[number];
        if (section.report != report_) {
            report_ = section.report;
            read_above(columns_.context(columns_.report_of(section)), report_above_);
        }
        section_ = number;
        read_above(columns_.context(section), section_above_);
    }
    for (const Above& one : report_above_) count(one.part, one.count);
    for (const Above& one : section_above_) count(one.part, one.count);
}

double Scorer::value(PartNumber part) const {
    if (parts_[part].kind == ScorePart::Kind::constant) return weights_[part];
    const double count = counts_[part];
    return weights_[part] * count / (norm_ + count);
}

double Scorer::score(std::uint32_t passage) {
    for (const PartNumber part : touched_) counts_[part] = 0;
    touched_.clear();
    const double length = columns_.length(passage) / mean_length_;
    norm_ = bm25_k1 * (std::max(length, bm25_min_length) * bm25_b + (1 - bm25_b));
    if (reads_words_) count_words(passage);
    if (!postings_.empty()) count_postings(passage);
    if (above_parts_.size() > 1) count_above(passage);
    double sum = 0;
    for (const PartNumber part : touched_) sum += value(part);
    return sum;
}

std::vector<double> Scorer::shares() const {
    std::vector<double> shares(parts_.size(), 0);
    for (const PartNumber part : touched_) shares[part] = value(part);
    return shares;
}

}  // namespace commsearch
