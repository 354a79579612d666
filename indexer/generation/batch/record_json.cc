#include "indexer/generation/batch/record_json.h"

namespace commsearch::generation {

std::string text_of(const Json& value, int indent) {
    return value.dump(indent, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json json_of(const std::vector<source::Skipped>& all) {
    Json list = Json::array();
    for (const source::Skipped& skipped : all) {
        list.push_back(
            {{"path", skipped.path}, {"vi", skipped.reason.vi}, {"en", skipped.reason.en}});
        if (!skipped.missing_package.empty())
            list.back()["missing_package"] = skipped.missing_package;
        if (skipped.line > 0) list.back()["line"] = skipped.line;
    }
    return list;
}

std::vector<source::Skipped> skipped_of(const Json& list) {
    std::vector<source::Skipped> all;
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

}  // namespace commsearch::generation
