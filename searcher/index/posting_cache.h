#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "searcher/index/passage_set.h"

namespace commsearch::index {

/// The passages of frequent terms, kept from search to search, since reading them from the postings
/// takes fifty times as long. Forgets what was not asked for longest. For one thread.
class PostingCache {
public:
    /// Most memory it takes, bytes, its table included.
    static constexpr std::size_t max_bytes = std::size_t{16} << 20U;

    /// The passages of the term, valid until the next keep(); null when not kept.
    [[nodiscard]] const PassageSet* find(const std::string& term);
    /// Keeps a set, unless it alone is larger than max_bytes.
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

}  // namespace commsearch::index
