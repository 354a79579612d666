#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/abbreviations.h"
#include "indexer/schema.h"
#include "searcher/filters.h"

namespace commsearch {

/// Throws Error for an index that cannot be used, with the command that mends it.
[[noreturn]] void throw_unusable(const std::filesystem::path& index_folder, const Message& what);

/// Does `work`; what Xapian throws, which is no std::exception, becomes an Error.
template <typename Work>
auto with_index(const std::filesystem::path& index_folder, Work work) {
    try {
        return work();
    } catch (const Xapian::Error& error) {
        const std::string reason = error.get_msg() + " (" + error.get_type() + ")";
        throw_unusable(index_folder,
                       {"không đọc được chỉ mục: " + reason, "cannot read the index: " + reason});
    }
}

/// Name of the generation that an index folder publishes. Throws Error when there is none.
[[nodiscard]] std::string published_generation(const std::filesystem::path& index_folder);

/// A published generation with its tables, open for reading by one thread.
struct OpenIndex {
    /// Throws Error when there is no index or another version of commsearch wrote it.
    explicit OpenIndex(const std::filesystem::path& index_folder);
    OpenIndex(const OpenIndex&) = delete;
    OpenIndex& operator=(const OpenIndex&) = delete;

    /// The record of the report in that document.
    [[nodiscard]] ReportRecord report(Xapian::docid document) const;

    std::filesystem::path folder;
    std::string generation;
    Xapian::Database database;
    std::vector<PlaceEntry> places;
    std::vector<TopicEntry> topics;
    Abbreviations abbreviations{std::string_view{}};
    Filters filters{places, topics};
};

}  // namespace commsearch
