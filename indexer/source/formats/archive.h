#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/extract/extraction.h"
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

    ZipReader(std::string_view bytes, const ArchiveLimits& limits);
    ~ZipReader();
    ZipReader(const ZipReader&) = delete;
    ZipReader& operator=(const ZipReader&) = delete;

    /// The next entry, nothing at the end.
    [[nodiscard]] std::optional<Entry> next();
    /// The content of the entry that next() gave last.
    [[nodiscard]] std::string content();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// What a ZIP file is: the document that a .docx or .odt holds, else its entries. Those with the
/// name of a report are handed to `unpack` with their place in Extraction::entries, others are left
/// out; `limits` hold for them, a document has the default ones. Throws Error when nothing of it
/// can be read.
[[nodiscard]] Extraction read_package(
    std::string_view bytes, const ArchiveLimits& limits,
    const std::function<void(std::size_t, std::string_view)>& unpack);

}  // namespace commsearch::source
