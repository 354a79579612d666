#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/columns.h"
#include "indexer/schema/schema.h"
#include "searcher/index/index_snapshot.h"
#include "searcher/index/posting_cache.h"
#include "searcher/index/vocabulary.h"

namespace commsearch::index {

/// That a term is in the posting list of a document, and how often: 0 for terms that are counted
/// nowhere.
struct Posting {
    std::uint32_t document = 0;
    std::uint32_t times = 0;
};

/// Reads one generation of an index for one thread: its database, with a cache of what was read
/// from it. The snapshot is shared with the readers of other threads. Where the database cannot be
/// read, its functions throw what Xapian throws, until with_index() turns it into an Error.
class IndexReader {
public:
    /// Opens the published generation and makes its snapshot. Throws Error when there is no index
    /// or another version of commsearch wrote it.
    explicit IndexReader(const std::filesystem::path& index_folder);
    /// Opens the generation of that snapshot once more, for another thread.
    explicit IndexReader(std::shared_ptr<const IndexSnapshot> snapshot);
    ~IndexReader();
    IndexReader(const IndexReader&) = delete;
    IndexReader& operator=(const IndexReader&) = delete;

    [[nodiscard]] const IndexSnapshot& snapshot() const { return *snapshot_; }
    /// For the reader of another thread. Shared, since whichever of them ends last frees it.
    [[nodiscard]] const std::shared_ptr<const IndexSnapshot>& shared_snapshot() const {
        return snapshot_;
    }
    [[nodiscard]] const schema::Columns& columns() const { return snapshot_->columns(); }
    [[nodiscard]] Vocabulary words() const;
    /// As IndexSnapshot::heading.
    [[nodiscard]] const std::string& heading(std::uint64_t number) const;

    /// The record of the report in that document.
    [[nodiscard]] schema::ReportRecord report(std::uint32_t document) const;
    /// Document of the report with that id; 0 when there is none.
    [[nodiscard]] std::uint32_t find_report(std::string_view id) const;

    /// Length of the posting list of a term; of an inherited term, which stands for many passages,
    /// those are fewer (schema.h).
    [[nodiscard]] std::uint32_t posting_count(const std::string& term) const;
    /// The posting list of a term, ascending.
    [[nodiscard]] std::vector<Posting> postings(const std::string& term) const;
    /// Its documents.
    [[nodiscard]] std::vector<std::uint32_t> documents(const std::string& term) const;
    /// Those of `documents`, which are ascending, that are in it: cheap when they are few.
    [[nodiscard]] std::vector<std::uint32_t> documents_among(
        const std::vector<std::uint32_t>& documents, const std::string& term) const;
    /// Calls `use` with each term from `first` on, or only those that begin with `prefix`, in the
    /// order of bytes, and the length of its posting list. 3 us each.
    using UseTerm = std::function<void(const std::string& term, std::uint32_t postings)>;
    void each_term_from(const std::string& first, const UseTerm& use) const;
    void each_term_with(const std::string& prefix, const UseTerm& use) const;

    /// What it has read from postings; a cache, so that a search may fill it.
    [[nodiscard]] PostingCache& posting_cache() const { return posting_cache_; }

private:
    std::unique_ptr<const Xapian::Database> database_;
    std::shared_ptr<const IndexSnapshot> snapshot_;
    mutable PostingCache posting_cache_;
};

}  // namespace commsearch::index
