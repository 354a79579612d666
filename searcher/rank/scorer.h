#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/schema/columns.h"
#include "searcher/index/index_reader.h"
#include "searcher/plan/query_plan.h"

namespace commsearch::rank {

/// Scores passages by the scoring clauses of a query: counts each clause in the words of a passage
/// (from the columns), in its compounds (from the postings) and in the headings and title it
/// inherits, and adds up their BM25. The terms of a clause count as one term. Reads the database
/// only in its constructor: each thread may score with a copy of its own.
class Scorer {
public:
    /// Both must live longer.
    Scorer(const index::IndexReader& index, const std::vector<plan::ScoringClause>& clauses);

    /// The sum of all clauses. Passages must come in ascending order.
    [[nodiscard]] double score(std::uint32_t passage);
    /// What each clause added to the score of the passage scored last.
    [[nodiscard]] std::vector<double> shares() const;

private:
    using ClauseNumber = std::uint16_t;
    /// What an occurrence of a word counts for.
    struct Word {
        std::vector<ClauseNumber> clauses;
        std::uint16_t spelling = 0;  ///< number of its unaccented spelling in pairs, 0: in none
    };
    struct Postings {
        std::vector<index::Posting> all;  ///< ascending
        std::size_t next = 0;             ///< the first that is not before the passage scored last
        std::vector<ClauseNumber> clauses;
    };
    /// What a word above a passage counts for.
    struct Above {
        std::vector<ClauseNumber> clauses;  ///< wherever it stands above
        Word word;                          ///< in the own heading of a section, as in its text
    };
    /// How often a heading or title that several passages share counts for a clause.
    struct Inherited {
        ClauseNumber clause = 0;
        std::uint16_t count = 0;
    };

    void prepare(ClauseNumber clause);
    void prepare_pair(ClauseNumber clause);
    void prepare_word(const std::string& term, ClauseNumber clause);
    void add_postings(const std::string& term, ClauseNumber clause);
    /// The postings of all passages of those reports.
    [[nodiscard]] std::vector<index::Posting> of_passages(
        const std::vector<index::Posting>& reports) const;
    Word& word_of(std::uint32_t number);
    std::uint16_t spelling_of(const std::string& unaccented);

    void count(ClauseNumber clause, std::uint32_t times = 1) {
        if (counts_[clause] == 0) touched_.push_back(clause);
        counts_[clause] += times;
    }
    void count_words(std::uint32_t passage);
    /// Counts a short form at `at` and what it stands for; moves behind it.
    void count_short_form(std::span<const std::uint16_t> codes, std::size_t& at,
                          std::uint16_t& before);
    void count_word(const Word& word, bool is_term, std::uint16_t& before);
    [[nodiscard]] const Word& word_at(std::span<const std::uint16_t> codes, std::size_t& at) const;
    void count_postings(std::uint32_t passage);
    void count_inherited(std::uint32_t passage);
    Above& above_of(std::uint32_t term);
    [[nodiscard]] const Above& above_at(std::uint32_t term) const;
    static void inherit(ClauseNumber clause, std::vector<Inherited>& inherited);
    void read_inherited(std::span<const std::uint32_t> context,
                        std::vector<Inherited>& inherited) const;
    void read_heading(std::span<const std::uint32_t> words,
                      std::vector<Inherited>& inherited) const;
    [[nodiscard]] double value(ClauseNumber clause) const;

    const index::IndexReader& index_;
    const schema::Columns& columns_;
    const std::vector<plan::ScoringClause>& clauses_;
    std::vector<double> weights_;  ///< by clause: clause_weight
    static constexpr std::uint16_t is_special = UINT16_MAX;
    std::vector<std::uint16_t> word_by_code_;  ///< place in words_, 0: not asked for; is_special
    std::unordered_map<std::uint32_t, std::uint16_t> word_by_high_rank_;
    bool reads_words_ = false;  ///< where words stand matters; else their postings say enough
    std::vector<Word> words_{1};
    std::vector<std::string> spellings_;  ///< unaccented spellings in pairs; by number minus one
    std::vector<std::uint16_t> pairs_;    ///< by first and second spelling: place in pair_clauses_
    std::vector<std::vector<ClauseNumber>> pair_clauses_{1};
    std::vector<std::uint16_t> above_by_term_;  ///< by term: place in above_, 0: none
    std::vector<Above> above_{1};
    static constexpr std::uint32_t filter_bits = 64;
    std::uint64_t inherited_filter_ = 0;  ///< a bit for each of those terms: most others fail it
    std::vector<Postings> postings_;
    std::unordered_map<std::string, std::size_t> postings_by_term_;
    double mean_length_ = 0;
    std::uint32_t section_ = schema::no_section;  ///< whose context is in the next three
    std::uint32_t report_ = UINT32_MAX;
    std::vector<Inherited> heading_inherited_, section_inherited_, report_inherited_;
    double norm_ = 0;  ///< of the passage's length
    std::vector<std::uint32_t> counts_;
    std::vector<ClauseNumber> touched_;
};

}  // namespace commsearch::rank
