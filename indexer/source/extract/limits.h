#pragma once

#include <cstddef>
#include <cstdint>

namespace commsearch::source {

/// Texts above this size are skipped (a JSONL file has no limit, each of its lines has this one).
inline constexpr std::uintmax_t max_document_bytes = 32U << 20U;
/// So are files of other formats above this one: a scanned PDF is large, its text is not.
inline constexpr std::uintmax_t max_packed_bytes = 256U << 20U;
/// A .jsonl line that states no metadata of a paper and whose text is not longer is one passage.
inline constexpr std::size_t max_bare_passage_bytes = 16U << 10U;
/// Folders nested deeper than this are skipped.
inline constexpr int max_folder_depth = 64;

/// How much an archive may hold.
struct ArchiveLimits {
    std::size_t entries = 10'000;
    std::uintmax_t bytes = std::uintmax_t{200} << 20U;  ///< of all that is unpacked
};
/// Archives within archives: a.zip/b.zip/c.zip/x.docx is read, one deeper is not.
inline constexpr int max_archive_depth = 3;

}  // namespace commsearch::source
