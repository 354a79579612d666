#include "indexer/generation/manifest.h"

#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

#include "analyzers/analyzer.h"
#include "indexer/schema.h"

namespace commsearch {
namespace {

std::string now_utc() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), size};
}

}  // namespace

std::string manifest_text(const BuildSummary& summary) {
    nlohmann::ordered_json manifest;
    manifest["version"] = 1;
    manifest["schema"] = schema_version;
    manifest["analyzer"] = analyzer_fingerprint();
    manifest["built"] = now_utc();
    manifest["files"] = summary.files;
    manifest["ignored"] = summary.ignored;
    manifest["reports"] = summary.reports;
    manifest["passages"] = summary.passages;
    manifest["skipped"] = nlohmann::ordered_json::array();
    for (const Skipped& skipped : summary.skipped) {
        manifest["skipped"].push_back({{"path", skipped.path}, {"reason", skipped.reason.en}});
    }
    constexpr int indent = 2;
    return manifest.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
           '\n';
}

}  // namespace commsearch
