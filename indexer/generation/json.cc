// What generations keep, as JSON: manifests and the records of batches.

#include <nlohmann/json.hpp>

#include "indexer/generation/batch_record.h"
#include "indexer/generation/last_run.h"
#include "indexer/generation/manifest.h"
#include "indexer/generation/status.h"

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
    for (const Skipped& skipped : all) {
        list.push_back(
            {{"path", skipped.path}, {"vi", skipped.reason.vi}, {"en", skipped.reason.en}});
        if (!skipped.missing_package.empty())
            list.back()["missing_package"] = skipped.missing_package;
        if (skipped.line > 0) list.back()["line"] = skipped.line;
    }
    return list;
}

std::vector<Skipped> skipped_of(const Json& list) {
    std::vector<Skipped> all;
    for (const Json& one : list)
        all.push_back({one.at("path").get<std::string>(),
                       {one.at("vi").get<std::string>(), one.at("en").get<std::string>()},
                       one.value("missing_package", ""),
                       one.value("line", std::size_t{0})});
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

Json json_of(const std::vector<Refusal>& all) {
    Json list = Json::array();
    for (const Refusal& one : all)
        list.push_back({{"code", one.code}, {"vi", one.reason.vi}, {"en", one.reason.en}});
    return list;
}

std::vector<Refusal> refusals_of(const Json& list) {
    std::vector<Refusal> all;
    for (const Json& one : list)
        all.push_back({one.at("code").get<std::string>(),
                       {one.at("vi").get<std::string>(), one.at("en").get<std::string>()}});
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

std::string encode(const LastRun& run) {
    Json value;
    value["version"] = 1;
    value["result"] = slug(run.result);
    value["started"] = run.started;
    value["ended"] = run.ended;
    value["seconds"] = run.seconds;
    value["generation"] = run.generation;
    value["files"] = run.files;
    value["reused"] = run.reused;
    value["reports"] = run.reports;
    value["passages"] = run.passages;
    value["skipped"] = run.skipped;
    if (!run.error.en.empty()) value["error"] = {{"vi", run.error.vi}, {"en", run.error.en}};
    value["refusals"] = json_of(run.refusals);
    return text_of(value, 1);
}

LastRun decode_last_run(std::string_view bytes) {
    return parsed(bytes, {"last-run.json", "last-run.json"}, [](const Json& value) {
        LastRun run;
        run.result = run_result_of(value.at("result").get<std::string>());
        value.at("started").get_to(run.started);
        value.at("ended").get_to(run.ended);
        value.at("seconds").get_to(run.seconds);
        value.at("generation").get_to(run.generation);
        value.at("files").get_to(run.files);
        value.at("reused").get_to(run.reused);
        value.at("reports").get_to(run.reports);
        value.at("passages").get_to(run.passages);
        value.at("skipped").get_to(run.skipped);
        if (value.contains("error")) {
            value.at("error").at("vi").get_to(run.error.vi);
            value.at("error").at("en").get_to(run.error.en);
        }
        run.refusals = refusals_of(value.at("refusals"));
        return run;
    });
}

std::string status_json(const IndexStatus& status) {
    Json value;
    value["version"] = 1;
    const GenerationEntry* const one = status.published();
    value["ok"] = status.is_well();
    value["published"] = nullptr;
    if (one != nullptr) {
        Json& published = value["published"] = {{"generation", one->name}, {"bytes", one->bytes}};
        if (one->manifest) {
            published["built"] = one->manifest->built;
            published["age_seconds"] = status.age();
            published["reports"] = one->manifest->reports;
            published["passages"] = one->manifest->passages;
            published["skipped"] = one->manifest->skipped.size();
            published["digest"] = one->manifest->digest;
            published["forced"] = one->manifest->forced;
        }
    }
    if (!status.damage.en.empty())
        value["error"] = {{"vi", status.damage.vi}, {"en", status.damage.en}};
    value["last_run"] = status.last_run ? Json::parse(encode(*status.last_run)) : Json();
    if (status.is_interrupted) value["last_run"]["result"] = "interrupted";
    value["locked_by"] = status.holder;
    value["generations"] = Json::array();
    for (const GenerationEntry& generation : status.generations)
        value["generations"].push_back(
            {{"generation", generation.name},
             {"published", generation.is_published},
             {"bytes", generation.bytes},
             {"built", generation.manifest ? Json(generation.manifest->built) : Json()},
             {"reports", generation.manifest ? Json(generation.manifest->reports) : Json()}});
    value["store_bytes"] = status.store_bytes;
    value["free_bytes"] = status.free_bytes;
    return text_of(value, 1);
}

}  // namespace commsearch
