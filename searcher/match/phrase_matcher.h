#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "indexer/schema/columns.h"
#include "searcher/index/index_reader.h"
#include "searcher/plan/condition.h"

namespace commsearch::match {

/// Tells whether words stand in a passage as a Nearness wants, by the words that the columns have
/// of it. Reads the database only in its constructor. For one thread.
class PhraseMatcher {
public:
    /// `index` must live longer.
    PhraseMatcher(const index::IndexReader& index, const plan::Nearness& near);

    /// Whether they stand so in the passage of that document.
    [[nodiscard]] bool stands_in(std::uint32_t passage);

private:
    /// By rank whether the word fits.
    using Fitting = std::vector<bool>;

    void prepare_phrase(const std::vector<Fitting>& sequence);
    [[nodiscard]] std::uint64_t places_of_code(std::span<const std::uint16_t> codes,
                                               std::size_t& at) const;
    [[nodiscard]] bool phrase_stands_in(std::span<const std::uint16_t> codes) const;
    [[nodiscard]] static std::vector<std::uint32_t> places_of(
        std::span<const schema::ColumnWord> words, const std::vector<Fitting>& sequence);
    [[nodiscard]] static bool stands_at(std::span<const schema::ColumnWord> words,
                                        std::size_t first, const std::vector<Fitting>& sequence);

    const schema::Columns& columns_;
    std::vector<std::vector<Fitting>> sequences_;
    std::uint32_t distance_;
    std::vector<schema::ColumnWord> words_;  ///< of the passage looked at

    // A phrase alone is looked for by Shift-And (Baeza-Yates and Gonnet 1992): bit n stands for
    // "the first n + 1 words of the phrase end here".
    std::uint64_t last_bit_ = 0;               ///< 0: it is no phrase of up to 64 words
    std::vector<std::uint16_t> mask_by_code_;  ///< place in masks_
    std::vector<std::uint64_t> masks_{0};      ///< places of the phrase where a word fits
    std::unordered_map<std::uint32_t, std::uint64_t> mask_by_high_rank_;
};

}  // namespace commsearch::match
