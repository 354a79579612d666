#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "searcher/model/answer.h"
#include "searcher/model/request.h"

namespace commsearch {

/// Answers requests from one published generation of an index, which a rebuild does not disturb.
/// For one thread at a time: open_many() makes one a thread. Errors of the index cross the border
/// of the library here: every function that reads it throws Error, with the command that mends it,
/// when it is damaged.
class Searcher {
public:
    /// Opens the published generation of `index_folder`, for a program that asks one thing after
    /// the other: a search of many passages takes `threads`, 1 or 2. Throws Error, with the command
    /// that mends it, when there is no index, when it is no index of commsearch, or when another
    /// version wrote it.
    explicit Searcher(const std::filesystem::path& index_folder, std::size_t threads = 2);
    /// As many for the published generation, one for each thread, which share what they keep in
    /// memory: the snapshot (columns and tables) and the completions. A search of theirs stays in the thread that asks,
    /// so that no more threads search than there are searchers.
    [[nodiscard]] static std::vector<Searcher> open_many(const std::filesystem::path& index_folder,
                                                         std::size_t count);
    ~Searcher();
    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;

    /// The ranked answer. A query typed by a person is never an error. Throws Error when the
    /// request chooses a value that its facet cannot have or its cursor is outdated (UsageError),
    /// when its deadline passes (TimeLimit), or when the index is damaged.
    [[nodiscard]] SearchResult search(const SearchRequest& request) const;

    /// The whole report with that id: every passage as one excerpt, marked with what the query of
    /// `request` asks for; nothing when there is none.
    [[nodiscard]] std::optional<ReportHit> report(const std::string& id,
                                                  const SearchRequest& request) const;

    /// Completions of a query that is being typed. Only where opened by open_many; else none.
    [[nodiscard]] std::vector<Completion> complete(const std::string& typed,
                                                   std::size_t limit) const;

    /// Name of the generation that answers.
    [[nodiscard]] const std::string& generation() const;
    /// Tells its generation from every other, also from one of the same name that was copied in.
    [[nodiscard]] const std::string& edition() const;
    /// Whether it is the published one; true as well when that cannot be told.
    [[nodiscard]] bool is_current() const;

private:
    struct Impl;
    explicit Searcher(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace commsearch
