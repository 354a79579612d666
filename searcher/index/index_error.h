#pragma once

#include <filesystem>

#include "analyzers/base/message.h"

namespace commsearch::index {

/// Throws Error for an index that cannot be used, with the command that mends it.
[[noreturn]] void throw_unusable(const std::filesystem::path& index_folder, const Message& what);

/// Throws the exception that is being handled again; one of Xapian, which is no std::exception, as
/// an Error that names the folder and the command that mends it. Call it in a catch clause only.
[[noreturn]] void rethrow_as_error(const std::filesystem::path& index_folder);

/// The border that errors of Xapian cross: returns what `work` returns. All that reads an index is
/// done in here, once, by the public functions of Searcher.
template <typename Work>
auto with_index(const std::filesystem::path& index_folder, Work work) {
    try {
        return work();
    } catch (...) {
        rethrow_as_error(index_folder);
    }
}

}  // namespace commsearch::index
