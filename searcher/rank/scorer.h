#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/schema/columns.h"
#include "searcher/index/open_index.h"
#include "searcher/plan/query_plan.h"

namespace commsearch {

/// Scores passages by the parts of a query: BM25 of each over the words that the columns have of a
/// passage, over its compounds in the postings and over the words above it. The terms of a part
/// count as one term, as often as they occur together. Reads the database only when it is made, so
/// that a copy may score in another thread.
class Scorer {
public:
    /// Both must live longer.
    Scorer(const OpenIndex& index, const std::vector<ScorePart>& parts);

    /// The sum of all parts. Passages must come in ascending order. Only a copy may be used by
    /// another thread.
    [[nodiscard]] double score(std::uint32_t passage);
    /// What each part added to the passage scored last.
    [[nodiscard]] std::vector<double> shares() const;

private:
    using PartNumber = std::uint16_t;
    /// What an occurrence of a word counts for.
    struct Word {
        std::vector<PartNumber> parts;
        std::uint16_t letters = 0;  ///< number of its bare spelling in pairs, 0: of none
    };
    struct Posting {
        std::uint32_t document = 0;
        std::uint32_t times = 0;
    };
    struct Postings {
        std::vector<Posting> all;  ///< ascending
        std::size_t next = 0;      ///< the first that is not before the passage scored last
        std::vector<PartNumber> parts;
    };
    /// How often something that lies above several passages counts for a part.
    struct Above {
        PartNumber part = 0;
        std::uint16_t count = 0;
    };

    void prepare(PartNumber part);
    void prepare_pair(PartNumber part);
    void add_postings(const std::string& term, PartNumber part);
    Word& word_of(std::uint32_t number);
    std::uint16_t letters_of(const std::string& bare_word);
    [[nodiscard]] double idf(const ScorePart& part) const;

    void count(PartNumber part, std::uint32_t times = 1) {
        if (counts_[part] == 0) touched_.push_back(part);
        counts_[part] += times;
    }
    void count_words(std::uint32_t passage);
    /// Counts a short form at `at` and what it stands for; moves behind it.
    void count_short_form(std::span<const std::uint16_t> codes, std::size_t& at,
                          std::uint16_t& before);
    void count_word(const Word& word, bool is_term, std::uint16_t& before);
    [[nodiscard]] const Word& word_at(std::span<const std::uint16_t> codes, std::size_t& at) const;
    void count_postings(std::uint32_t passage);
    void count_above(std::uint32_t passage);
    void read_above(std::span<const std::uint32_t> context, std::vector<Above>& above) const;
    [[nodiscard]] double value(PartNumber part) const;

    const OpenIndex& index_;
    const Columns& columns_;
    const std::vector<ScorePart>& parts_;
    std::vector<double> weights_;  ///< by part: all that does not hang on the passage
    static constexpr std::uint16_t is_special = UINT16_MAX;
    std::vector<std::uint16_t> word_by_code_;  ///< place in words_, 0: says nothing; is_special
    std::unordered_map<std::uint32_t, std::uint16_t> word_by_high_rank_;
    bool reads_words_ = false;  ///< where words stand matters; else their postings say enough
    std::vector<Word> words_{1};
    std::vector<std::string> letters_;  ///< bare spellings in pairs; number minus one
    std::vector<std::uint16_t> pairs_;  ///< by first and second letters: place in pair_parts_
    std::vector<std::vector<PartNumber>> pair_parts_{1};
    std::vector<std::uint16_t> above_terms_;  ///< by term: place in above_parts_, 0: none
    std::vector<std::vector<PartNumber>> above_parts_{1};
    static constexpr std::uint32_t filter_bits = 64;
    std::uint64_t above_filter_ = 0;  ///< a bit for each of those terms: most others fail it
    std::vector<Postings> postings_;
    std::unordered_map<std::string, std::size_t> postings_by_term_;
    double mean_length_ = 0;
    std::uint32_t section_ = no_section;  ///< whose context is in the next two
    std::uint32_t report_ = UINT32_MAX;
    std::vector<Above> section_above_, report_above_;
    double norm_ = 0;  ///< of the passage's length
    std::vector<std::uint32_t> counts_;
    std::vector<PartNumber> touched_;
};

}  // namespace commsearch
