#include "indexer/generation/publish/status.h"

#include <algorithm>
#include <ctime>
#include <system_error>

#include "analyzers/base/message.h"
#include "indexer/generation/batch/segment_store.h"
#include "indexer/generation/disk/build_lock.h"
#include "indexer/generation/disk/utc.h"
#include "indexer/generation/publish/index_folder.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

/// Bytes of all files below a folder; what vanishes meanwhile does not count.
std::uintmax_t bytes_below(const fs::path& folder) {
    std::uintmax_t bytes = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        std::error_code ignored;
        const std::uintmax_t size = at->is_regular_file(ignored) ? at->file_size(ignored) : 0;
        if (!ignored) bytes += size;
    }
    return bytes;
}

std::optional<Manifest> manifest_if_readable(const fs::path& folder) {
    try {
        return read_manifest(folder);
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace

const GenerationEntry* IndexStatus::published() const {
    const auto found = std::find_if(generations.begin(), generations.end(),
                                    [](const GenerationEntry& one) { return one.is_published; });
    return found == generations.end() ? nullptr : &*found;
}

std::int64_t IndexStatus::age() const {
    const GenerationEntry* const one = published();
    if (one == nullptr || !one->manifest) return 0;
    const std::int64_t built = utc_of(one->manifest->built);
    return built == 0 ? 0 : std::max<std::int64_t>(now - built, 0);
}

bool IndexStatus::is_well() const {
    const bool ran_well = !last_run || last_run->result == RunResult::published ||
                          (last_run->result == RunResult::running && !is_interrupted);
    return published() != nullptr && ran_well;
}

IndexStatus read_status(const fs::path& index_folder) {
    if (!fs::is_directory(index_folder)) {
        const std::string where = index_folder.string();
        throw UsageError({"chưa có chỉ mục tại " + where + "; hãy chạy: commsearch-index build",
                          "there is no index at " + where + "; run: commsearch-index build"});
    }
    IndexStatus status;
    status.now = std::time(nullptr);
    std::string current;
    try {
        current = published_of(index_folder);
        if (current.empty())
            status.damage = {"chưa công bố thế hệ nào", "no generation is published"};
    } catch (const Error& error) {
        status.damage = error.message();
    }
    for (const auto& [number, folder] : generations_of(index_folder)) {
        const std::string name = folder.filename().string();
        status.generations.push_back(
            {name, name == current, bytes_below(folder), manifest_if_readable(folder)});
    }
    if (!current.empty() && status.published() == nullptr)
        status.damage = {"thiếu thư mục " + current, "the folder " + current + " is missing"};
    status.last_run = read_last_run(index_folder);
    status.holder = lock_holder(index_folder);
    status.is_interrupted =
        status.last_run && status.last_run->result == RunResult::running && status.holder.empty();
    status.store_bytes = bytes_below(index_folder / store_folder);
    status.free_bytes = fs::space(index_folder).available;
    return status;
}

}  // namespace commsearch::generation
