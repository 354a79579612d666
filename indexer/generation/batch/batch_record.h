#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "analyzers/value/date.h"
#include "indexer/generation/disk/file_checksums.h"
#include "indexer/schema/schema.h"
#include "indexer/source/source.h"

namespace commsearch::generation {

/// Communes by place key.
using Places = std::map<std::string, schema::PlaceEntry>;

/// What the manifest and the gate need to know of a report.
struct ReportEntry {
    std::string id;
    std::string digest;  ///< what SegmentBuilder::add() returns
    std::string place;   ///< place key of its commune, may be empty
    std::string format;  ///< ending of its file, lower case, without the dot
    Date date;
    std::size_t passages = 0;
    bool operator==(const ReportEntry&) const = default;
};

/// What a batch gives to an index beside its segments: kept with them, so that a batch that is used
/// again need not be read.
struct BatchRecord {
    std::vector<ReportEntry> reports;      ///< in the order of the index
    Places places;                         ///< communes of the reports and their successors, by key
    std::vector<source::Skipped> skipped;  ///< lines as from the first of a slice
    std::vector<std::string> segments;     ///< folders, relative to the record's
    std::vector<FileChecksums> files;      ///< of the segments
};

/// Adds what is known of a place to what was known before.
void add_place(Places& places, const schema::PlaceEntry& place);

/// The places themselves, by key.
[[nodiscard]] std::vector<schema::PlaceEntry> entries_of(const Places& places);

/// Changes the line numbers in `skipped` as if `now` lines stood before the first, not `before`.
void move_lines(std::vector<source::Skipped>& skipped, std::size_t before, std::size_t now);

[[nodiscard]] std::string encode(const BatchRecord& record);
/// Throws Error when `bytes` is no such record.
[[nodiscard]] BatchRecord decode_batch_record(std::string_view bytes);

}  // namespace commsearch::generation
