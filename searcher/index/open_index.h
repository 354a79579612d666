#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzers/base/message.h"
#include "analyzers/word/abbreviations.h"
#include "indexer/schema/columns.h"
#include "indexer/schema/schema.h"
#include "searcher/index/facet_tables.h"
#include "searcher/index/posting_cache.h"
#include "searcher/index/vocabulary.h"
#include "searcher/places/place_index.h"

namespace commsearch {

/// Throws Error for an index that cannot be used, with the command that mends it.
[[noreturn]] void throw_unusable(const std::filesystem::path& index_folder, const Message& what);

/// Name of the generation that an index folder publishes. Throws Error when there is none.
[[nodiscard]] std::string published_generation(const std::filesystem::path& index_folder);

/// A published generation with its tables, open for reading by one thread. Where the database
/// cannot be read, Xapian::Error passes through whatever uses it: Searcher turns it into an Error.
struct OpenIndex {
    /// Opens the published generation. Throws Error when there is no index or another version of
    /// commsearch wrote it.
    explicit OpenIndex(const std::filesystem::path& index_folder);
    /// Opens that generation, whether it is published or not; its columns too, unless they are
    /// open.
    OpenIndex(const std::filesystem::path& index_folder, std::string generation_name,
              std::shared_ptr<const Columns> its_columns = nullptr);
    OpenIndex(const OpenIndex&) = delete;
    OpenIndex& operator=(const OpenIndex&) = delete;

    /// The record of the report in that document.
    [[nodiscard]] ReportRecord report(Xapian::docid document) const;

    [[nodiscard]] IndexWords words() const { return {database, *columns, abbreviations}; }

    /// A spelling of the heading with that heading_number, the most frequent one; empty when there
    /// is none. The first call reads the list of headings: 3 us each.
    [[nodiscard]] const std::string& heading(std::uint64_t number) const;

    std::filesystem::path folder;
    std::string generation;
    Xapian::Database database;
    std::vector<PlaceEntry> places;
    std::vector<RegionEntry> regions;
    std::vector<TopicEntry> topics;
    Abbreviations abbreviations{std::string_view{}};
    std::optional<PlaceIndex> place_index;  ///< always there, as are the next
    /// Always there. Shared by those that serve one generation in several threads, whichever ends
    /// last.
    std::shared_ptr<const Columns> columns;
    std::optional<FacetTables> facet_tables;  ///< always there
    mutable TermSets term_sets;

private:
    struct Heading {
        std::string label;
        double passages = 0;
    };
    mutable std::unordered_map<std::uint64_t, Heading> headings_;  ///< read when first asked for
};

}  // namespace commsearch
