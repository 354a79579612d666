#include "searcher/index/open_index.h"

#include <fstream>
#include <iterator>

#include "analyzers/analyzer.h"
#include "analyzers/base/message.h"

namespace commsearch {
namespace {

void check_versions(const OpenIndex& index) {
    const auto metadata = [&](std::string_view key) {
        return index.database.get_metadata(std::string(key));
    };
    if (metadata(metadata_schema) != std::to_string(schema_version) ||
        metadata(metadata_analyzer) != analyzer_fingerprint()) {
        throw_unusable(index.folder,
                       {"chỉ mục do một phiên bản khác của commsearch lập nên không đọc được",
                        "the index was written by another version of commsearch"});
    }
}

std::shared_ptr<const Columns> open_columns(const std::filesystem::path& folder,
                                            const std::string& generation) {
    try {
        return std::make_shared<const Columns>(folder / generation / columns_file);
    } catch (const Error& error) {
        throw_unusable(folder, error.message());
    }
}

}  // namespace

void throw_unusable(const std::filesystem::path& index_folder, const Message& what) {
    const std::string command =
        "commsearch-index build --corpus DIR --index " + index_folder.string();
    throw Error({what.vi + "; hãy chạy: " + command, what.en + "; run: " + command});
}

std::string published_generation(const std::filesystem::path& index_folder) {
    std::ifstream file(index_folder / current_file, std::ios::binary);
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
        return decode_publication(bytes).generation;
    } catch (const Error& error) {
        throw_unusable(index_folder, error.message());
    }
}

OpenIndex::OpenIndex(const std::filesystem::path& index_folder)
    : OpenIndex(index_folder, published_generation(index_folder)) {}

OpenIndex::OpenIndex(const std::filesystem::path& index_folder, std::string generation_name,
                     std::shared_ptr<const Columns> its_columns)
    : folder(index_folder),
      generation(std::move(generation_name)),
      columns(std::move(its_columns)) {
    database = Xapian::Database((folder / generation / database_file).string());
    check_versions(*this);
    places = decode_places(database.get_metadata(std::string(metadata_places)));
    regions = decode_regions(database.get_metadata(std::string(metadata_regions)));
    topics = decode_topics(database.get_metadata(std::string(metadata_topics)));
    abbreviations =
        Abbreviations::with_local(database.get_metadata(std::string(metadata_abbreviations)));
    if (!columns) columns = open_columns(folder, generation);
    if (columns->documents() != database.get_doccount()) {
        throw_unusable(folder, {"hai tệp của chỉ mục không thuộc về nhau",
                                "the two files of the index do not belong together"});
    }
    place_index.emplace(places, regions);
    facet_tables.emplace(places, topics);
}

const std::string& OpenIndex::heading(std::uint64_t number) const {
    static const std::string none;
    if (headings_.empty()) {
        std::unordered_map<std::uint64_t, Heading> headings;  // kept only when all could be read
        const std::string prefix(prefix_heading);
        const auto end = database.allterms_end(prefix);
        for (auto term = database.allterms_begin(prefix); term != end; ++term) {
            const std::string label = (*term).substr(prefix.size());
            Heading& heading = headings[heading_number(label)];
            const auto passages = static_cast<double>(database.get_collection_freq(*term));
            if (passages > heading.passages) heading = {label, passages};
        }
        headings_ = std::move(headings);
    }
    const auto found = headings_.find(number);
    return found == headings_.end() ? none : found->second.label;
}

ReportRecord OpenIndex::report(Xapian::docid document) const {
    return decode_report(database.get_document(document).get_data());
}

}  // namespace commsearch
