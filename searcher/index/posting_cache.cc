#include "searcher/index/posting_cache.h"

#include <algorithm>

namespace commsearch::index {
namespace {

/// A node of the table, about.
constexpr std::size_t node_bytes = 160;

std::size_t bytes_of(const std::string& term, const PassageSet& set) {
    return set.bytes() + term.size() + node_bytes;
}

}  // namespace

const PassageSet* PostingCache::find(const std::string& term) {
    const auto found = sets_.find(term);
    if (found == sets_.end()) return nullptr;
    found->second.last_use = ++uses_;
    return &found->second.set;
}

void PostingCache::keep(const std::string& term, const PassageSet& set) {
    const std::size_t size = bytes_of(term, set);
    if (size > max_bytes) return;
    while (bytes_ + size > max_bytes) {
        const auto oldest = std::min_element(
            sets_.begin(), sets_.end(),
            [](const auto& a, const auto& b) { return a.second.last_use < b.second.last_use; });
        bytes_ -= bytes_of(oldest->first, oldest->second.set);
        sets_.erase(oldest);
    }
    if (sets_.insert_or_assign(term, Kept{set, ++uses_}).second) bytes_ += size;
}

}  // namespace commsearch::index
