#include "indexer/generation/merge/merge.h"

#include <algorithm>
#include <string>

#include "indexer/generation/disk/disk.h"
#include "indexer/generation/disk/parallel.h"
#include "indexer/segment/segment_merge.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

/// Left for all that is no input of a merge.
constexpr std::size_t other_files = 128;

std::size_t inputs_open(std::size_t files_each, std::size_t jobs) {
    const std::size_t allowed = open_files_allowed();
    const std::size_t files = allowed > 2 * other_files ? allowed - other_files : allowed / 2;
    return std::max<std::size_t>(files / files_each / std::max<std::size_t>(jobs, 1), 2);
}

}  // namespace

std::size_t segments_open(std::size_t jobs) { return inputs_open(6, jobs); }
std::size_t folders_open(std::size_t jobs) { return inputs_open(2, jobs); }

std::uintmax_t bytes_to_merge(const std::vector<fs::path>& inputs, std::size_t max_open) {
    std::uintmax_t bytes = 0;
    for (const fs::path& input : inputs) {
        for (const fs::directory_entry& file : fs::directory_iterator(input))
            bytes += file.file_size();
    }
    return inputs.size() <= max_open ? bytes : 2 * bytes;
}

void merge_all(const std::vector<fs::path>& inputs, const fs::path& target, const fs::path& scratch,
               std::size_t jobs, std::size_t max_open) {
    if (inputs.size() <= max_open) return segment::merge_segments(inputs, target);
    const std::size_t open_each =
        std::max<std::size_t>(max_open / std::max<std::size_t>(jobs, 1), 2);
    std::vector<fs::path> merged;
    for (std::size_t i = 0; i * open_each < inputs.size(); ++i) {
        merged.push_back(scratch / (std::to_string(inputs.size()) + '-' + std::to_string(i)));
    }
    run_parallel(merged.size(), jobs, [&] {
        return [&](std::size_t i) {
            const auto begin = inputs.begin() + static_cast<std::ptrdiff_t>(i * open_each);
            const std::size_t size = std::min(open_each, inputs.size() - i * open_each);
            segment::merge_segments({begin, begin + static_cast<std::ptrdiff_t>(size)}, merged[i]);
        };
    });
    merge_all(merged, target, scratch, jobs, max_open);
    for (const fs::path& part : merged) fs::remove_all(part);
}

}  // namespace commsearch::generation
