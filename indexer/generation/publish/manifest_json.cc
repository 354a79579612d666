#include "indexer/generation/batch/record_json.h"
#include "indexer/generation/publish/manifest.h"

namespace commsearch::generation {
namespace {

/// Raised when a program that knows an older one could misread it.
constexpr int manifest_version = 2;

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

}  // namespace

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
    if (!manifest.forced.empty()) {
        value["forced"] = manifest.forced;
        value["refusals"] = json_of(manifest.refusals);
    }
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
        if (value.contains("refusals")) manifest.refusals = refusals_of(value.at("refusals"));
        value.at("by_format").get_to(manifest.formats);
        value.at("by_month").get_to(manifest.months);
        value.at("by_commune").get_to(manifest.communes);
        manifest.skipped = skipped_of(value.at("skipped"));
        manifest.content = checksums_of(value.at("content"));
        manifest.sources = sources_of(value.at("sources"));
        return manifest;
    });
}

}  // namespace commsearch::generation
