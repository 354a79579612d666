#pragma once

// How this room writes with Xapian; nobody else includes it.

#include <xapian.h>

#include <filesystem>

#include "analyzers/base/message.h"

namespace commsearch::segment {

/// Segments are thrown away when a run fails, so they need no crash safety of their own, and nobody
/// deletes from them, so they need no termlists (a quarter of the build time: measured).
inline constexpr int segment_flags = Xapian::DB_CREATE | Xapian::DB_NO_SYNC |
                                     Xapian::DB_NO_TERMLIST | Xapian::DB_DANGEROUS |
                                     Xapian::DB_BACKEND_GLASS;

/// Returns what `work` returns; a Xapian error becomes an Error that names `path` and says what to
/// check.
template <typename Work>
auto with_xapian(const std::filesystem::path& path, Work work) {
    try {
        return work();
    } catch (const Xapian::Error& error) {
        throw Error(Message{"không ghi được chỉ mục tại " + path.string() + ": " + error.get_msg() +
                                "; hãy kiểm tra dung lượng đĩa và quyền ghi",
                            "cannot write the index at " + path.string() + ": " + error.get_msg() +
                                "; check the free space of the disk and the permissions"});
    }
}

}  // namespace commsearch::segment
