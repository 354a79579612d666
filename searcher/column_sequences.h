#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searcher/condition.h"
#include "searcher/open_index.h"

namespace commsearch {

/// A nearness made ready for the words of passages as the columns have them.
class ColumnNearness {
public:
    ColumnNearness(const OpenIndex& index, const Nearness& near);

    [[nodiscard]] bool stands_in(std::span<const ColumnWord> words) const;

private:
    /// By rank whether the word fits.
    using Fitting = std::vector<bool>;

    [[nodiscard]] static std::vector<std::uint32_t> places_of(std::span<const ColumnWord> words,
                                                              const std::vector<Fitting>& sequence);
    [[nodiscard]] static bool stands_at(std::span<const ColumnWord> words, std::size_t first,
                                        const std::vector<Fitting>& sequence);

    std::vector<std::vector<Fitting>> sequences_;
    std::uint32_t distance_;
};

}  // namespace commsearch
