#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/report/report.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/source.h"

namespace commsearch::report {

/// The optional table of a corpus folder that states what papers do not: docs/places.md.
inline constexpr std::string_view sidecar_file = "metadata.tsv";

/// A row of such a table.
struct SidecarRow {
    std::size_t line = 0;  ///< 1-based
    std::string path;      ///< below the corpus folder, '/' between folders
    source::RawDocument::Stated stated;
};

/// A table as read: rows without a fault, and what is wrong with the others.
struct SidecarTable {
    struct Finding {
        std::size_t line = 0;
        Message message;
        bool operator==(const Finding&) const = default;
    };
    std::vector<SidecarRow> rows;
    std::vector<Finding> findings;  ///< by line
};

/// Reads the table: a header line with the columns `path` and any of title number issuer type
/// commune commune_code district province date period; empty lines and those that begin with '#'
/// are left out. Any bytes.
[[nodiscard]] SidecarTable read_sidecar(std::string_view bytes);

/// The tables of all corpus folders. Immutable once made: for many threads.
class Sidecars {
public:
    Sidecars() = default;
    /// Reads metadata.tsv of each folder that has one. Never throws: what is wrong is a finding.
    Sidecars(const std::vector<std::filesystem::path>& corpus_folders,
             const source::SourceListing& listing);

    /// Rows that are of no use, and why; by path "…/metadata.tsv:LINE".
    [[nodiscard]] const std::vector<source::Skipped>& findings() const { return findings_; }

    /// Lets what the table states of a document of `file` win over what the document says. The row
    /// of a single document ("a.jsonl:3") goes before that of its file.
    void complete(source::RawDocument& document, const source::SourceFile& file) const;

    /// All that the tables state of documents of `file`, as one text that changes with it.
    [[nodiscard]] std::string stated_of(const source::SourceFile& file) const;
    /// The same of some lines of a .jsonl file, wherever in it they stand.
    [[nodiscard]] std::string stated_of(const source::SourceFile& file,
                                        const source::LineSpan& lines) const;

private:
    void add(const std::filesystem::path& folder, const std::set<std::string, std::less<>>& files);

    std::map<std::string, source::RawDocument::Stated> rows_;  ///< by path as opened
    std::vector<source::Skipped> findings_;
};

}  // namespace commsearch::report
