#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/message.h"
#include "indexer/report.h"
#include "indexer/source/extractors.h"
#include "indexer/source/line_span.h"

namespace commsearch {

/// Texts above this size are skipped (a JSONL file has no limit, each of its lines has this one).
inline constexpr std::uintmax_t max_document_bytes = 32U << 20U;
/// So are files of other formats above this one: a scanned PDF is large, its text is not.
inline constexpr std::uintmax_t max_packed_bytes = 256U << 20U;
/// A .jsonl line that states no metadata of a paper and whose text is not longer is one passage.
inline constexpr std::size_t max_bare_passage_bytes = 16U << 10U;
/// Folders nested deeper than this are skipped.
inline constexpr int max_folder_depth = 64;

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
    std::size_t ignored = 0;  ///< files of formats that are not reports (.md, .xlsx, ~$x.docx …)
};

/// Lists the files below `folders` whose names end as reports do (format_of_name). Symbolic links
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

/// Content of a text file -> document. Public for tests and fuzzing; `bytes` may be anything.
/// Form feeds end pages. Throws Error when it is empty, binary or not UTF-8.
[[nodiscard]] RawDocument read_text(std::string_view bytes);
/// HTML -> document: the article title, the post date and the main content, one line a block or a
/// table row ("a | b"); menus, scripts, polls, footers dropped. A body that the page shows twice
/// stays twice. Throws as above, and when libxml2 gives up (nested deeper than 256).
[[nodiscard]] RawDocument read_html(std::string_view bytes);
/// One line of a .jsonl -> document: {"id", "text" or "passages": ["…" or {"heading", "text"}]} and
/// the fields of RawDocument::Stated; "doc" stands in for a missing title. Unknown keys and null
/// are ignored, blank passages left out. Throws Error naming the key and what is wrong with it.
[[nodiscard]] RawDocument read_jsonl_line(std::string_view line);

}  // namespace commsearch
