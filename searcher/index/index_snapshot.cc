#include "searcher/index/index_snapshot.h"

#include <xapian.h>

#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/base/fingerprint.h"
#include "analyzers/base/message.h"
#include "searcher/index/index_error.h"

namespace commsearch::index {
namespace {

std::string metadata(const Xapian::Database& database, std::string_view key) {
    return database.get_metadata(std::string(key));
}

/// The folder, when this version of commsearch wrote the database in it.
std::filesystem::path checked_folder(std::filesystem::path folder,
                                     const Xapian::Database& database) {
    if (metadata(database, schema::metadata_schema) != std::to_string(schema::schema_version) ||
        metadata(database, schema::metadata_analyzer) != analyzer_fingerprint()) {
        throw_unusable(folder,
                       {"chỉ mục do một phiên bản khác của commsearch lập nên không đọc được",
                        "the index was written by another version of commsearch"});
    }
    return folder;
}

schema::Columns opened_columns(const std::filesystem::path& folder, const std::string& generation) {
    try {
        return schema::Columns(folder / generation / schema::columns_file);
    } catch (const Error& error) {
        throw_unusable(folder, error.message());
    }
}

}  // namespace

schema::Publication published(const std::filesystem::path& index_folder) {
    std::ifstream file(index_folder / schema::current_file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file || bytes.empty() || bytes.front() == '\n') {
        const std::string where = index_folder.string();
        if (!std::filesystem::exists(index_folder)) {
            throw_unusable(index_folder,
                           {"chưa có chỉ mục tại " + where, "there is no index at " + where});
        }
        throw_unusable(index_folder, {"thư mục " + where + " không phải chỉ mục của commsearch",
                                      "the folder " + where + " is not an index of commsearch"});
    }
    try {
        return schema::decode_publication(bytes);
    } catch (const Error& error) {
        throw_unusable(index_folder, error.message());
    }
}

IndexSnapshot::IndexSnapshot(std::filesystem::path index_folder, schema::Publication publication,
                             const Xapian::Database& database)
    : folder_(checked_folder(std::move(index_folder), database)),
      publication_(std::move(publication)),
      edition_(publication_.generation + '-' +
               std::to_string(fingerprint(schema::encode(publication_)))),
      places_(schema::decode_places(metadata(database, schema::metadata_places))),
      regions_(schema::decode_regions(metadata(database, schema::metadata_regions))),
      topics_(schema::decode_topics(metadata(database, schema::metadata_topics))),
      abbreviations_(
          word::Abbreviations::with_local(metadata(database, schema::metadata_abbreviations))),
      columns_(opened_columns(folder_, publication_.generation)),
      place_index_(places_, regions_),
      facet_tables_(places_, regions_, topics_) {
    if (columns_.documents() != database.get_doccount()) {
        throw_unusable(folder_, {"hai tệp của chỉ mục không thuộc về nhau",
                                 "the two files of the index do not belong together"});
    }
}

const std::string& IndexSnapshot::heading(std::uint64_t number,
                                          const Xapian::Database& database) const {
    static const std::string none;
    // A reading that fails leaves the flag as it was, and the next call reads again.
    std::call_once(headings_are_read_, [&] { headings_ = read_headings(database); });
    const auto found = headings_.find(number);
    return found == headings_.end() ? none : found->second.label;
}

IndexSnapshot::Headings IndexSnapshot::read_headings(const Xapian::Database& database) {
    Headings headings;
    const std::string prefix(schema::prefix_heading);
    const auto end = database.allterms_end(prefix);
    for (auto term = database.allterms_begin(prefix); term != end; ++term) {
        const std::string label = (*term).substr(prefix.size());
        Heading& heading = headings[schema::heading_number(label)];
        const auto passages = static_cast<double>(database.get_collection_freq(*term));
        if (passages > heading.passages) heading = {label, passages};
    }
    return headings;
}

}  // namespace commsearch::index
