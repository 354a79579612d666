#include "indexer/generation/disk/file_checksums.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <span>

#include "indexer/generation/disk/disk.h"
#include "indexer/segment/checksum.h"
#include "indexer/source/extract/input_file.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

/// Fills `buffer` from the file unless it ends before; the count read.
std::size_t read_full(const source::UniqueFd& file, std::span<char> buffer, const fs::path& path) {
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const ssize_t count = ::read(file.number(), buffer.data() + filled, buffer.size() - filled);
        if (count == 0) break;
        if (count > 0) {
            filled += static_cast<std::size_t>(count);
        } else if (errno != EINTR) {
            throw_system({"không đọc được", "cannot read"}, path, errno);
        }
    }
    return filled;
}

}  // namespace

std::string checksum_of_source(const fs::path& path) {
    constexpr std::size_t block_bytes = 64U << 10U;
    source::InputFile file(path);
    segment::Checksum sum;
    std::string block(block_bytes, '\0');
    while (const std::size_t count = file.read(block)) sum.add({block.data(), count});
    return sum.hex();
}

FileChecksums checksums_of(const fs::path& folder, const std::string& name) {
    const fs::path path = folder / name;
    const source::UniqueFd file = open_file(path, O_RDONLY);
    FileChecksums sums{name, 0, {}};
    std::string chunk(chunk_bytes, '\0');
    while (const std::size_t count = read_full(file, chunk, path)) {
        sums.size += count;
        sums.chunks.push_back(segment::checksum_of({chunk.data(), count}));
    }
    return sums;
}

std::vector<FileChecksums> checksums_below(const fs::path& folder) {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_directory()) continue;
        names.push_back(entry.path().lexically_relative(folder).generic_string());
    }
    std::sort(names.begin(), names.end());
    std::vector<FileChecksums> all;
    all.reserve(names.size());
    for (const std::string& name : names) all.push_back(checksums_of(folder, name));
    return all;
}

}  // namespace commsearch::generation
