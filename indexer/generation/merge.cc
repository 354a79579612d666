#include "indexer/generation/merge.h"

#include <algorithm>
#include <string>

#include "indexer/generation/parallel.h"
#include "indexer/segment_builder.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

/// Segments merged at once: about four file descriptors each, of the 1,024 that are usual.
constexpr std::size_t max_open = 128;

}  // namespace

std::uintmax_t bytes_to_merge(const std::vector<fs::path>& segments) {
    std::uintmax_t bytes = 0;
    for (const fs::path& segment : segments) {
        for (const fs::directory_entry& file : fs::directory_iterator(segment))
            bytes += file.file_size();
    }
    return segments.size() <= max_open ? bytes : 2 * bytes;
}

void merge_all(const std::vector<fs::path>& segments, const fs::path& target,
               const fs::path& scratch, std::size_t jobs) {
    if (segments.size() <= max_open) return merge_segments(segments, target);
    const std::size_t open_each =
        std::max<std::size_t>(max_open / std::max<std::size_t>(jobs, 1), 2);
    std::vector<fs::path> merged;
    for (std::size_t i = 0; i * open_each < segments.size(); ++i) {
        merged.push_back(scratch / (std::to_string(segments.size()) + '-' + std::to_string(i)));
    }
    run_parallel(merged.size(), jobs, [&] {
        return [&](std::size_t i) {
            const auto begin = segments.begin() + static_cast<std::ptrdiff_t>(i * open_each);
            const std::size_t size = std::min(open_each, segments.size() - i * open_each);
            merge_segments({begin, begin + static_cast<std::ptrdiff_t>(size)}, merged[i]);
        };
    });
    merge_all(merged, target, scratch, jobs);
    for (const fs::path& part : merged) fs::remove_all(part);
}

}  // namespace commsearch
