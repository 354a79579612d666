#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/extractors.h"
#include "indexer/source/extract/line_span.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::source {

/// One file found in a corpus folder.
struct SourceFile {
    std::filesystem::path path;  ///< as opened
    std::string id;              ///< relative to the corpus folder, '/' separators, NFC, one line
    std::uintmax_t size = 0;     ///< bytes
};

/// Something that is not read, and why.
struct Skipped {
    std::string path;
    Message reason;
    std::string missing_package{};  ///< a Debian package that would mend it; empty for most
    std::size_t line = 0;           ///< of a .jsonl file, where `path` ends in it; else 0
};

/// What a walk over the corpus folders found.
struct SourceListing {
    std::vector<SourceFile> files;  ///< sorted by id, bytewise: the order of the index
    std::vector<Skipped> skipped;   ///< sorted by path
    std::size_t ignored = 0;        ///< files of unknown formats or no one's (.md, ~$x.docx …)
};

/// Lists the files below `folders` whose format is known by name (format_of_name), read or not. Symbolic links
/// are not followed but listed as skipped, so are folders with the name of a report ("x.txt"; its
/// files are read all the same), sockets and the like, and a folder within another one given. Files
/// and folders whose name starts with '.' are ignored, so is "x_files" beside "x.html". Throws
/// Error when a corpus folder itself cannot be read. An id that two folders have is told apart by
/// the folder's name before it; names that are equal once repaired, by "~2" behind.
[[nodiscard]] SourceListing list_sources(const std::vector<std::filesystem::path>& folders);

/// Reads one file and calls `accept` for each document in it, in order; `skip` for each that cannot
/// be read (a file, one line of a .jsonl, one entry of a .zip) with the reason. Its content decides
/// what it is before its name does. All formats but text and .jsonl are read by child processes
/// with limits. An entry of an archive is a document of its own, "file.zip/inner.docx". Never
/// throws for what a file holds; safe to call from several threads.
void read_source(const SourceFile& file, const std::function<void(RawDocument)>& accept,
                 const std::function<void(Skipped)>& skip,
                 const Extractors& extractors = find_extractors());

/// Reads some lines of a .jsonl file as read_source reads all of them.
void read_lines(const SourceFile& file, const LineSpan& lines,
                const std::function<void(RawDocument)>& accept,
                const std::function<void(Skipped)>& skip);

/// Makes one entry of all that miss the same program, which names the first file and their number.
void group_missing(std::vector<Skipped>& skipped);

}  // namespace commsearch::source
