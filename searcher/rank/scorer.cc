#include "searcher/rank/scorer.h"

#include <algorithm>
#include <string>

#include "indexer/schema/columns.h"
#include "searcher/model/ranking.h"
#include "searcher/rank/score.h"

namespace commsearch::rank {

Scorer::Scorer(const index::IndexReader& index, const std::vector<plan::ScoringClause>& clauses)
    : index_(index),
      columns_(index.columns()),
      clauses_(clauses),
      word_by_code_(std::size_t{UINT16_MAX} + 1, 0),
      above_by_term_(columns_.terms(), 0),
      mean_length_(columns_.mean_length()),
      counts_(clauses.size(), 0) {
    for (const plan::ScoringClause& clause : clauses_) {
        if (clause.kind != plan::ScoringClause::Kind::pair) continue;
        (void)spelling_of(clause.terms[0]);
        (void)spelling_of(clause.terms[1]);
    }
    reads_words_ = !spellings_.empty();
    word_by_code_[schema::word_codes::short_form] = is_special;
    word_by_code_[schema::word_codes::high_rank] = is_special;
    pairs_.assign((spellings_.size() + 1) * (spellings_.size() + 1), 0);
    for (std::size_t clause = 0; clause < clauses_.size(); ++clause)
        prepare(static_cast<ClauseNumber>(clause));
}

void Scorer::prepare(ClauseNumber number) {
    const plan::ScoringClause& clause = clauses_[number];
    weights_.push_back(clause_weight(index_.words(), clause));
    if (clause.kind == plan::ScoringClause::Kind::pair) return prepare_pair(number);
    for (const std::string& term : clause.terms) {
        if (term.starts_with(schema::prefix_compound)) {
            add_postings(term, number);
            const auto found = columns_.find_term(term.substr(schema::prefix_compound.size()));
            if (found) above_of(*found).word.clauses.push_back(number);
        } else if (term.starts_with(schema::prefix_signer)) {
            add_postings(term, number);
        } else if (term.starts_with(schema::prefix_context)) {
            const auto found = columns_.find_term(term.substr(schema::prefix_context.size()));
            if (found) above_of(*found).clauses.push_back(number);
        } else {
            prepare_word(term, number);
        }
    }
}

void Scorer::prepare_word(const std::string& term, ClauseNumber clause) {
    const auto found = columns_.find_term(term);
    if (found) above_of(*found).word.clauses.push_back(clause);
    if (!reads_words_) {
        add_postings(term, clause);
    } else if (found) {
        word_of(*found).clauses.push_back(clause);
    }
}

Scorer::Above& Scorer::above_of(std::uint32_t term) {
    inherited_filter_ |= std::uint64_t{1} << (term % filter_bits);
    std::uint16_t& place = above_by_term_[term];
    if (place == 0) {
        place = static_cast<std::uint16_t>(above_.size());
        above_.emplace_back();
    }
    return above_[place];
}

const Scorer::Above& Scorer::above_at(std::uint32_t term) const {
    if ((inherited_filter_ >> (term % filter_bits) & 1U) == 0) return above_[0];
    return above_[term < above_by_term_.size() ? above_by_term_[term] : 0];
}

void Scorer::prepare_pair(ClauseNumber number) {
    const index::Vocabulary words = index_.words();
    const std::vector<std::string>& pair = clauses_[number].terms;
    for (const std::string& unaccented : pair) {
        for (const std::uint32_t term : words.numbers_of(words.spellings(unaccented))) {
            word_of(term).spelling = spelling_of(unaccented);
            above_of(term).word.spelling = spelling_of(unaccented);
        }
    }
    std::uint16_t& place =
        pairs_[spelling_of(pair[0]) * (spellings_.size() + 1) + spelling_of(pair[1])];
    if (place == 0) {
        place = static_cast<std::uint16_t>(pair_clauses_.size());
        pair_clauses_.emplace_back();
    }
    pair_clauses_[place].push_back(number);
}

std::uint16_t Scorer::spelling_of(const std::string& unaccented) {
    const auto found = std::find(spellings_.begin(), spellings_.end(), unaccented);
    const auto number = static_cast<std::uint16_t>(found - spellings_.begin() + 1);
    if (found == spellings_.end()) spellings_.push_back(unaccented);
    return number;
}

Scorer::Word& Scorer::word_of(std::uint32_t number) {
    const std::uint32_t rank = columns_.rank(number);
    std::uint16_t& place = rank <= schema::word_codes::max_short_rank ? word_by_code_[rank + 1]
                                                                      : word_by_high_rank_[rank];
    if (place == 0) {
        place = static_cast<std::uint16_t>(words_.size());
        words_.emplace_back();
    }
    return words_[place];
}

void Scorer::add_postings(const std::string& term, ClauseNumber clause) {
    const auto known = postings_by_term_.find(term);
    if (known != postings_by_term_.end()) {
        postings_[known->second].clauses.push_back(clause);
        return;
    }
    postings_by_term_.emplace(term, postings_.size());
    Postings& postings = postings_.emplace_back();
    postings.clauses = {clause};
    postings.all = index_.postings(term);
    if (schema::is_inherited(term)) postings.all = of_passages(postings.all);
    // The names of a paper are counted nowhere: a passage holds one or not.
    for (index::Posting& posting : postings.all) posting.times = std::max(posting.times, 1U);
}

std::vector<index::Posting> Scorer::of_passages(const std::vector<index::Posting>& reports) const {
    std::vector<index::Posting> passages;
    std::uint32_t last = 0;  // a damaged row may claim any number of passages
    for (const index::Posting& report : reports) {
        const std::uint32_t first = std::max(last, report.document) + 1;
        const std::uint64_t end =
            std::uint64_t{report.document} + columns_.report_at(report.document).passages;
        last = static_cast<std::uint32_t>(std::min<std::uint64_t>(end, columns_.documents()));
        for (std::uint32_t passage = first; passage <= last; ++passage)
            passages.push_back({passage, 1});
    }
    return passages;
}

const Scorer::Word& Scorer::word_at(std::span<const std::uint16_t> codes, std::size_t& at) const {
    const std::uint16_t code = codes[at];
    const std::uint32_t rank = schema::word_rank(codes, at);
    if (code == schema::word_codes::short_form) return words_[0];  // only where it is damaged
    if (code != schema::word_codes::high_rank) return words_[word_by_code_[code]];
    const auto found = word_by_high_rank_.find(rank);
    return words_[found == word_by_high_rank_.end() ? 0 : found->second];
}

void Scorer::count_word(const Word& word, bool is_term, std::uint16_t& before) {
    if (is_term) {
        for (const ClauseNumber clause : word.clauses) count(clause);
    }
    if (before != 0 && word.spelling != 0) {
        const std::size_t stride = spellings_.size() + 1;
        for (const ClauseNumber clause : pair_clauses_[pairs_[before * stride + word.spelling]])
            count(clause);
    }
    before = word.spelling;
}

void Scorer::count_short_form(std::span<const std::uint16_t> codes, std::size_t& at,
                              std::uint16_t& before) {
    if (++at == codes.size()) return;
    for (const ClauseNumber clause : word_at(codes, at).clauses) count(clause);
    if (at == codes.size()) return;
    const bool is_local = (codes[at] & schema::word_codes::is_local) != 0;
    for (unsigned left = codes[at++] & ~unsigned{schema::word_codes::is_local};
         left > 0 && at < codes.size(); --left) {
        count_word(word_at(codes, at), is_local, before);
    }
}

void Scorer::count_words(std::uint32_t passage) {
    const std::span<const std::uint16_t> codes = columns_.codes(passage);
    const std::uint16_t* const places = word_by_code_.data();  // most codes say nothing: be quick
    std::uint16_t before = 0;                                  // spelling of the word right before
    for (std::size_t at = 0; at < codes.size();) {
        const std::uint16_t code = codes[at];
        const std::uint16_t place = places[code];
        if (place == 0) {
            before = 0;
            ++at;
        } else if (place != is_special) {
            ++at;
            count_word(words_[place], true, before);
        } else if (code == schema::word_codes::short_form) {
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
        for (const ClauseNumber clause : one.clauses) count(clause, one.all[one.next].times);
    }
}

void Scorer::inherit(ClauseNumber clause, std::vector<Inherited>& inherited) {
    const auto found = std::find_if(inherited.begin(), inherited.end(),
                                    [&](const Inherited& one) { return one.clause == clause; });
    if (found == inherited.end()) {
        inherited.push_back({clause, 1});
    } else {
        ++found->count;
    }
}

void Scorer::read_inherited(std::span<const std::uint32_t> context,
                            std::vector<Inherited>& inherited) const {
    for (const std::uint32_t term : context) {
        for (const ClauseNumber clause : above_at(term).clauses) inherit(clause, inherited);
    }
}

/// A heading is the first thing that its section says. Its compounds stand behind its words.
void Scorer::read_heading(std::span<const std::uint32_t> words,
                          std::vector<Inherited>& inherited) const {
    if (words.size() > short_heading) return;
    const std::size_t stride = spellings_.size() + 1;
    std::uint16_t before = 0;
    for (const std::uint32_t term : words) {
        const Word& word = above_at(term).word;
        for (const ClauseNumber clause : word.clauses) inherit(clause, inherited);
        if (before != 0 && word.spelling != 0) {
            for (const ClauseNumber clause : pair_clauses_[pairs_[before * stride + word.spelling]])
                inherit(clause, inherited);
        }
        before = word.spelling;
    }
}

void Scorer::count_inherited(std::uint32_t passage) {
    const std::uint32_t number = columns_.section_of(passage);
    if (number >= columns_.sections().size()) return;
    if (number != section_) {
        const schema::SectionRow& section = columns_.sections()[number];
        if (section.report != report_) {
            report_ = section.report;
            report_inherited_.clear();
            read_inherited(columns_.context(columns_.report_of(section)), report_inherited_);
        }
        section_ = number;
        section_inherited_.clear();
        read_inherited(columns_.context(section), section_inherited_);
        heading_inherited_.clear();
        read_heading(columns_.heading_words(section), heading_inherited_);
    }
    // A heading says once more what the text says, or says it for the text.
    for (const Inherited& one : heading_inherited_) {
        if (counts_[one.clause] == 0) count(one.clause);
    }
    for (const Inherited& one : report_inherited_) count(one.clause, one.count);
    for (const Inherited& one : section_inherited_) count(one.clause, one.count);
}

double Scorer::value(ClauseNumber clause) const {
    if (clauses_[clause].kind == plan::ScoringClause::Kind::constant) return weights_[clause];
    return bm25(weights_[clause], counts_[clause], norm_);
}

double Scorer::score(std::uint32_t passage) {
    for (const ClauseNumber clause : touched_) counts_[clause] = 0;
    touched_.clear();
    norm_ = length_norm(columns_.length(passage) / mean_length_);
    if (reads_words_) count_words(passage);
    if (!postings_.empty()) count_postings(passage);
    if (above_.size() > 1) count_inherited(passage);
    double sum = 0;
    for (const ClauseNumber clause : touched_) sum += value(clause);
    return sum;
}

std::vector<double> Scorer::shares() const {
    std::vector<double> shares(clauses_.size(), 0);
    for (const ClauseNumber clause : touched_) shares[clause] = value(clause);
    return shares;
}

}  // namespace commsearch::rank
