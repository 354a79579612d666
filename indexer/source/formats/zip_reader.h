#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/extract/limits.h"

namespace commsearch::source {

/// The entries of a ZIP file in memory, one after another. Every function throws Error when the
/// archive is broken or exceeds the limits, saying so. Not for two threads at once.
class ZipReader {
public:
    struct Entry {
        std::string name;  ///< any bytes
        bool is_file = false;
        bool is_encrypted = false;
    };

    ZipReader(std::string_view bytes, const ArchiveLimits& limits, bool needs_directory = true);
    ~ZipReader();
    ZipReader(const ZipReader&) = delete;
    ZipReader& operator=(const ZipReader&) = delete;

    /// The next entry, nothing at the end. Of a file that is cut, those before the cut are given.
    [[nodiscard]] std::optional<Entry> next();
    /// The content of the entry that next() gave last.
    [[nodiscard]] std::string content();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// `bytes` without what stands around the ZIP file in them (blanks before, padding behind), as its
/// directory says where it ends; nothing when it has no directory of its own: it was cut. The
/// directory of a document that is stored in it is not its own.
[[nodiscard]] std::optional<std::string_view> whole_zip(std::string_view bytes);

}  // namespace commsearch::source
