#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/source/source.h"

namespace commsearch::generation {

/// Lines of a .jsonl file that are read together.
struct CorpusSlice {
    source::LineSpan lines;
    std::string checksum;    ///< of the lines, wherever in the file they stand
    std::uint64_t rank = 0;  ///< of its first line, as Borders wants it
};

/// A .jsonl file, looked through once.
struct SlicedFile {
    std::string checksum;  ///< of the whole file
    std::vector<CorpusSlice> slices;
};

/// Cuts a .jsonl file into slices of about 2 * `window` bytes, at borders that its lines choose by
/// what they begin with: a line that comes, goes or changes touches a slice or two. The file is
/// streamed. Throws Error as InputFile does.
[[nodiscard]] SlicedFile slices_of(const std::filesystem::path& file, std::uintmax_t window);

/// The checksum that a slice of these lines has. Throws as above.
[[nodiscard]] std::string checksum_of_lines(const std::filesystem::path& file,
                                            const source::LineSpan& lines);

}  // namespace commsearch::generation
