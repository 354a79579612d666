// What generations keep, as JSON: manifests and the records of batches.

#include <nlohmann/json.hpp>

#include "indexer/generation/batch_record.h"
#include "indexer/generation/manifest.h"

namespace commsearch {
namespace {

using Json = nlohmann::ordered_json;

/// Raised when a program that knows an older one could misread it.
constexpr int manifest_version = 2;

std::string text_of(const Json& value, int indent) {
    return value.dump(indent, ' ', false, Json::error_handler_t::replace) + '\n';
}

/// Runs `read` on the parsed bytes; whatever is wrong with them becomes an Error.
template <typename Read>
auto parsed(std::string_view bytes, const Message& name, Read read) {
    try {
        return read(Json::parse(bytes));
    } catch (const Json::exception& error) {
        throw Error({name.vi + " bị hỏng: " + error.what(), name.en + ": " + error.what()});
    }
}

Json json_of(const std::vector<Skipped>& all) {
    Json list = Json::array();
    for (const Skipped& skipped : all)
        list.push_back(
            {{"path", skipped.path}, {"vi", skipped.reason.vi}, {"en", skipped.reason.en}});
    return list;
}

std::vector<Skipped> skipped_of(const Json& list) {
    std::vector<Skipped> all;
    for (const Json& one : list)
        all.push_back({one.at("path").get<std::string>(),
                       {one.at("vi").get<std::string>(), one.at("en").get<std::string>()}});
    return all;
}

Json json_of(const std::vector<FileChecksums>& all) {
    Json list = Json::array();
    for (const FileChecksums& file : all)
        list.push_back({{"name", file.name}, {"size", file.size}, {"chunks", file.chunks}});
    return list;
}

std::vector<FileChecksums> checksums_of(const Json& list) {
    std::vector<FileChecksums> all;
    for (const Json& one : list)
        all.push_back({one.at("name").get<std::string>(), one.at("size").get<std::uintmax_t>(),
                       one.at("chunks").get<std::vector<std::string>>()});
    return all;
}

Json json_of(const std::vector<SourceEntry>& all) {
    Json list = Json::array();
    for (const SourceEntry& source : all)
        list.push_back({{"id", source.id}, {"size", source.size}, {"xxh3", source.checksum}});
    return list;
}

std::vector<SourceEntry> sources_of(const Json& list) {
    std::vector<SourceEntry> all;
    for (const Json& one : list)
        all.push_back({one.at("id").get<std::string>(), one.at("size").get<std::uintmax_t>(),
                       one.at("xxh3").get<std::string>()});
    return all;
}

Json json_of(const std::vector<ReportEntry>& all) {
    Json list = Json::array();
    for (const ReportEntry& report : all)
        list.push_back({{"id", report.id},
                        {"digest", report.digest},
                        {"place", report.place},
                        {"format", report.format},
                        {"date", report.date},
                        {"passages", report.passages}});
    return list;
}

std::vector<ReportEntry> reports_of(const Json& list) {
    std::vector<ReportEntry> all;
    for (const Json& one : list) {
        ReportEntry& report = all.emplace_back();
        one.at("id").get_to(report.id);
        one.at("digest").get_to(report.digest);
        one.at("place").get_to(report.place);
        one.at("format").get_to(report.format);
        one.at("date").get_to(report.date);
        one.at("passages").get_to(report.passages);
    }
    return all;
}

}  // namespace

std::string encode(const BatchRecord& record) {
    Json value;
    value["reports"] = json_of(record.reports);
    value["places"] = encode_places(entries_of(record.places));
    value["skipped"] = json_of(record.skipped);
    value["segments"] = record.segments;
    value["files"] = json_of(record.files);
    return text_of(value, -1);
}

BatchRecord decode_batch_record(std::string_view bytes) {
    return parsed(
        bytes, {"bản ghi của đoạn chỉ mục", "record of a segment"}, [](const Json& value) {
            BatchRecord record;
            record.reports = reports_of(value.at("reports"));
            for (const PlaceEntry& place : decode_places(value.at("places").get<std::string>()))
                record.places.emplace(place.key, place);
            record.skipped = skipped_of(value.at("skipped"));
            value.at("segments").get_to(record.segments);
            record.files = checksums_of(value.at("files"));
            return record;
        });
}

std::string encode(const Manifest& manifest) {
    Json value;
    value["version"] = manifest_version;
    value["schema"] = manifest.schema;
    value["analyzer"] = manifest.analyzer;
    value["built"] = manifest.built;
    value["seconds"] = manifest.seconds;
    value["files"] = manifest.files;
    value["ignored"] = manifest.ignored;
    value["reused"] = manifest.reused;
    value["reports"] = manifest.reports;
    value["passages"] = manifest.passages;
    value["digest"] = manifest.digest;
    if (!manifest.forced.empty()) value["forced"] = manifest.forced;
    value["by_format"] = manifest.formats;
    value["by_month"] = manifest.months;
    value["by_commune"] = manifest.communes;
    value["skipped"] = json_of(manifest.skipped);
    value["content"] = json_of(manifest.content);
    value["sources"] = json_of(manifest.sources);
    return text_of(value, 1);
}

Manifest decode_manifest(std::string_view bytes) {
    return parsed(bytes, {"manifest.json", "manifest.json"}, [](const Json& value) {
        Manifest manifest;
        value.at("schema").get_to(manifest.schema);
        value.at("analyzer").get_to(manifest.analyzer);
        value.at("built").get_to(manifest.built);
        value.at("seconds").get_to(manifest.seconds);
        value.at("files").get_to(manifest.files);
        value.at("ignored").get_to(manifest.ignored);
        value.at("reused").get_to(manifest.reused);
        value.at("reports").get_to(manifest.reports);
        value.at("passages").get_to(manifest.passages);
        value.at("digest").get_to(manifest.digest);
        manifest.forced = value.value("forced", "");
        value.at("by_format").get_to(manifest.formats);
        value.at("by_month").get_to(manifest.months);
        value.at("by_commune").get_to(manifest.communes);
        manifest.skipped = skipped_of(value.at("skipped"));
        manifest.content = checksums_of(value.at("content"));
        manifest.sources = sources_of(value.at("sources"));
        return manifest;
    });
}

}  // namespace commsearch
