#include "indexer/segment/segment_merge.h"

#include <algorithm>
#include <iterator>

#include "analyzers/analyzer.h"
#include "indexer/schema/columns.h"
#include "indexer/segment/columns_builder.h"
#include "indexer/segment/columns_merge.h"
#include "indexer/segment/region_entries.h"
#include "indexer/segment/xapian_writing.h"

namespace commsearch::segment {

void merge_segments(const std::vector<std::filesystem::path>& segments,
                    const std::filesystem::path& folder) {
    with_xapian(folder, [&] {
        Xapian::Database all;
        std::vector<std::filesystem::path> columns;
        for (const std::filesystem::path& segment : segments) {
            const std::filesystem::path file = segment / schema::database_file;
            const bool is_merged = std::filesystem::exists(file);
            all.add_database(Xapian::Database((is_merged ? file : segment).string()));
            columns.push_back(segment / schema::columns_file);
        }
        std::filesystem::create_directories(folder);
        all.compact((folder / schema::database_file).string(),
                    Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULL);
        merge_columns(columns, folder / schema::columns_file);
    });
}

void write_metadata_segment(const std::filesystem::path& folder,
                            const std::vector<schema::PlaceEntry>& places,
                            const report::Taxonomy& taxonomy,
                            const std::string& local_abbreviations) {
    std::vector<schema::TopicEntry> topics;
    for (const report::Topic& topic : taxonomy.topics())
        topics.push_back({topic.slug, topic.parent, topic.label});
    std::vector<schema::PlaceEntry> communes;
    std::copy_if(places.begin(), places.end(), std::back_inserter(communes),
                 [](const schema::PlaceEntry& place) { return !place.is_region(); });
    with_xapian(folder, [&] {
        Xapian::WritableDatabase database(folder.string(), segment_flags);
        database.set_metadata(std::string(schema::metadata_schema),
                              std::to_string(schema::schema_version));
        database.set_metadata(std::string(schema::metadata_analyzer), analyzer_fingerprint());
        database.set_metadata(std::string(schema::metadata_places), schema::encode_places(communes));
        database.set_metadata(std::string(schema::metadata_regions),
                              schema::encode_regions(region_entries(places)));
        database.set_metadata(std::string(schema::metadata_topics), schema::encode_topics(topics));
        database.set_metadata(std::string(schema::metadata_abbreviations), local_abbreviations);
        database.commit();
        database.close();
        ColumnsBuilder().write(folder / schema::columns_file);
    });
}

std::string storage_version() { return std::string("xapian ") + Xapian::version_string(); }

}  // namespace commsearch::segment
