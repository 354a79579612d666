#include "indexer/generation/batch/record_json.h"
#include "indexer/generation/publish/last_run.h"
#include "indexer/generation/publish/status.h"

namespace commsearch::generation {

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

}  // namespace commsearch::generation
