#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/base/message.h"
#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/limits.h"

namespace commsearch::source {

/// Entries of one file that are not read are told one by one up to this number.
inline constexpr std::size_t max_told_entries = 100;

/// Gets the content of an entry, with its place in Extraction::entries.
using Unpack = std::function<void(std::size_t, std::string_view)>;

/// What a file holds other files in hands out: each is unpacked, or told with the reason why not;
/// what systems leave behind is neither. Not for two threads at once.
class ArchiveEntries {
public:
    explicit ArchiveEntries(const Unpack& unpack) : unpack_(unpack) {}

    /// `content` is asked for only when the entry is unpacked; what it throws passes.
    void take(const std::string& name, const std::function<std::string()>& content);
    /// An entry that is not read, and why.
    void tell(const std::string& name, const Message& why);

    /// All of them, with `error` when the rest is lost.
    [[nodiscard]] Extraction finish(std::optional<Message> error);

private:
    const Unpack& unpack_;
    Extraction result_;
    std::size_t told_ = 0, untold_ = 0;
};

}  // namespace commsearch::source
