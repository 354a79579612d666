#include "indexer/generation/publish/rollback.h"

#include "analyzers/analyzer.h"
#include "analyzers/base/message.h"
#include "indexer/generation/disk/build_lock.h"
#include "indexer/generation/publish/index_folder.h"
#include "indexer/generation/publish/manifest.h"
#include "indexer/generation/publish/verify.h"
#include "indexer/schema/schema.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

/// Why a generation cannot be published; empty when it can.
Message obstacle(const fs::path& index_folder, const std::string& name) {
    const std::vector<Message> damage = damage_of(index_folder, name);
    if (!damage.empty()) return damage.front();
    const Manifest manifest = read_manifest(index_folder / name);
    if (manifest.schema == schema::schema_version && manifest.analyzer == analyzer_fingerprint())
        return {};
    return {name + " do một phiên bản khác của commsearch lập",
            name + " was written by another version of commsearch"};
}

/// The number of the published generation; of one behind the last when CURRENT is damaged.
std::size_t published_number(const fs::path& index_folder) {
    try {
        if (const std::string name = published_of(index_folder); !name.empty())
            return generation_number(name);
    } catch (const Error&) {
    }
    const auto generations = generations_of(index_folder);
    return generations.empty() ? 0 : generations.rbegin()->first + 1;
}

std::string newest_before(const fs::path& index_folder, std::size_t published) {
    const auto generations = generations_of(index_folder);
    for (auto at = generations.lower_bound(published); at != generations.begin();) {
        --at;
        std::string name = at->second.filename().string();
        if (obstacle(index_folder, name).en.empty()) return name;
    }
    throw UsageError({"không có thế hệ cũ nào dùng được trong " + index_folder.string() +
                          "; xem: commsearch-index list",
                      "there is no older usable generation in " + index_folder.string() +
                          "; see: commsearch-index list"});
}

}  // namespace

std::string roll_back(const fs::path& index_folder, const std::string& name) {
    const BuildLock lock(index_folder);
    const std::string chosen =
        name.empty() ? newest_before(index_folder, published_number(index_folder)) : name;
    if (generation_number(chosen) == 0 || !fs::exists(index_folder / chosen)) {
        throw UsageError({"không có thế hệ “" + chosen + "”; xem: commsearch-index list",
                          "there is no generation “" + chosen + "”; see: commsearch-index list"});
    }
    if (const Message why = obstacle(index_folder, chosen); !why.en.empty())
        throw Error({"không quay lại " + chosen + ": " + why.vi,
                     "cannot go back to " + chosen + ": " + why.en});
    point_to(index_folder, chosen);
    return chosen;
}

}  // namespace commsearch::generation
