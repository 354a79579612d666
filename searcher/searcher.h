#pragma once

#include <filesystem>
#include <memory>

#include "searcher/result.h"

namespace commsearch {

/// Answers requests from one published generation of an index. Immutable once open: a rebuild does
/// not disturb it.
class Searcher {
public:
    /// Opens the published generation of `index_folder`. Throws Error, with the command that mends
    /// it, when there is no index, when it is no index of commsearch, or when another version wrote
    /// it.
    explicit Searcher(const std::filesystem::path& index_folder);
    ~Searcher();
    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;

    /// The ranked answer. A query typed by a person is never an error. Throws Error when the
    /// request names a commune or section the index does not know, or when the index is damaged.
    [[nodiscard]] SearchResult search(const SearchRequest& request) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace commsearch
