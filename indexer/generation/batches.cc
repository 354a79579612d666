#include "indexer/generation/batches.h"

#include <cstddef>
#include <deque>

#include "analyzers/fingerprint.h"

namespace commsearch {
namespace {

/// FNV's high bits hardly differ between names that end alike; this stirs them.
std::uint64_t rank_of(const SourceFile& file) {
    std::uint64_t hash = fingerprint(file.id);
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdU;
    hash ^= hash >> 33U;
    return hash;
}

/// For each file whether its rank is the least among those that begin within the window before and
/// behind it. `starts` are the bytes before each file.
std::vector<bool> least_in_window(const std::vector<std::uint64_t>& ranks,
                                  const std::vector<std::uintmax_t>& starts) {
    std::vector<bool> least(ranks.size(), false);
    std::deque<std::size_t> candidates;  // ranks rise from front to back
    std::size_t next = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        for (; next < ranks.size() && starts[next] - starts[i] <= batch_window_bytes; ++next) {
            while (!candidates.empty() && ranks[candidates.back()] > ranks[next])
                candidates.pop_back();
            candidates.push_back(next);
        }
        while (starts[candidates.front()] + batch_window_bytes < starts[i]) candidates.pop_front();
        least[i] = candidates.front() == i;
    }
    return least;
}

}  // namespace

std::vector<Batch> batches_of(const std::vector<SourceFile>& files) {
    std::vector<std::uint64_t> ranks;
    std::vector<std::uintmax_t> starts;
    std::uintmax_t bytes = 0;
    for (const SourceFile& file : files) {
        ranks.push_back(rank_of(file));
        starts.push_back(bytes);
        bytes += file.size + 1;  // empty files have a place, too
    }
    const std::vector<bool> opens = least_in_window(ranks, starts);
    std::vector<Batch> batches;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (batches.empty() || opens[i]) batches.emplace_back();
        batches.back().push_back(files[i]);
    }
    return batches;
}

}  // namespace commsearch
