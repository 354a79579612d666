#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzers/word/abbreviations.h"
#include "indexer/schema/columns.h"
#include "indexer/schema/schema.h"
#include "searcher/index/facet_tables.h"
#include "searcher/places/place_index.h"

namespace Xapian {
class Database;
}  // namespace Xapian

namespace commsearch::index {

/// The generation that an index folder publishes. Throws Error when there is none.
[[nodiscard]] schema::Publication published(const std::filesystem::path& index_folder);

/// All of a published generation that is kept in memory: its columns (mapped) and its tables, read
/// once and shared by every thread that searches it. Immutable: any thread may use it. It stays
/// where it is, since its parts refer to each other.
class IndexSnapshot {
public:
    /// Reads the tables from `database`, which is the open database of that generation. Throws
    /// Error when another version of commsearch wrote it or its files do not belong together.
    IndexSnapshot(std::filesystem::path index_folder, schema::Publication publication,
                  const Xapian::Database& database);
    IndexSnapshot(const IndexSnapshot&) = delete;
    IndexSnapshot& operator=(const IndexSnapshot&) = delete;

    /// Folder of the index, which holds the generations.
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// Name of the generation: "gen-000001".
    [[nodiscard]] const std::string& generation() const { return publication_.generation; }
    [[nodiscard]] const schema::Publication& publication() const { return publication_; }
    /// Tells this generation from any other, also from one of the same name in a folder that was
    /// copied in or restored: its name and the fingerprint of CURRENT. For tags and cursors.
    [[nodiscard]] const std::string& edition() const { return edition_; }
    [[nodiscard]] const schema::Columns& columns() const { return columns_; }
    [[nodiscard]] const std::vector<schema::PlaceEntry>& places() const { return places_; }
    [[nodiscard]] const std::vector<schema::TopicEntry>& topics() const { return topics_; }
    /// Those of commsearch and those that the documents of the index define.
    [[nodiscard]] const word::Abbreviations& abbreviations() const { return abbreviations_; }
    [[nodiscard]] const places::PlaceIndex& place_index() const { return place_index_; }
    [[nodiscard]] const FacetTables& facet_tables() const { return facet_tables_; }

    /// A spelling of the heading with that heading_number, the most frequent one; empty when there
    /// is none. The first call of any thread reads the list of headings from `database`, an open
    /// database of this generation: 3 us each. Few searches ask for them, so opening does not wait.
    [[nodiscard]] const std::string& heading(std::uint64_t number,
                                             const Xapian::Database& database) const;

private:
    struct Heading {
        std::string label;
        double passages = 0;
    };
    using Headings = std::unordered_map<std::uint64_t, Heading>;

    [[nodiscard]] static Headings read_headings(const Xapian::Database& database);

    std::filesystem::path folder_;
    schema::Publication publication_;
    std::string edition_;
    std::vector<schema::PlaceEntry> places_;
    std::vector<schema::RegionEntry> regions_;
    std::vector<schema::TopicEntry> topics_;
    word::Abbreviations abbreviations_;
    schema::Columns columns_;
    places::PlaceIndex place_index_;
    FacetTables facet_tables_;
    mutable std::once_flag headings_are_read_;
    mutable Headings headings_;  ///< immutable once read
};

}  // namespace commsearch::index
