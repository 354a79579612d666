#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "searcher/index/passage_set.h"

namespace commsearch {

/// The passages of frequent terms, kept from search to search: to read them from the postings takes
/// fifty times as long. For one thread.
class TermSets {
public:
    /// What it may hold in memory, the terms and what it takes to find them included.
    static constexpr std::size_t max_bytes = std::size_t{16} << 20U;

    /// Null when it is not kept.
    [[nodiscard]] const PassageSet* find(const std::string& term);
    /// Keeps a set, in place of those not asked for longest; one too large for all is not kept.
    void keep(const std::string& term, const PassageSet& set);
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    struct Kept {
        PassageSet set;
        std::uint64_t last_use = 0;
    };

    std::unordered_map<std::string, Kept> sets_;
    std::size_t bytes_ = 0;
    std::uint64_t uses_ = 0;
};

}  // namespace commsearch
