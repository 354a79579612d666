#include "indexer/generation/publish/last_run.h"

#include <array>

#include "analyzers/base/message.h"
#include "indexer/generation/disk/checked_file.h"
#include "indexer/generation/disk/disk.h"

namespace commsearch::generation {
namespace {

constexpr const char* last_run_file = "last-run.json";
constexpr std::array<std::string_view, 4> slugs = {"running", "published", "refused", "failed"};

/// Runs `work`; what the disk refuses is told by what is missing afterwards.
template <typename Work>
void without_errors(Work work) {
    try {
        work();
    } catch (const Error&) {
    } catch (const std::filesystem::filesystem_error&) {
    }
}

}  // namespace

std::string_view slug(RunResult result) { return slugs.at(static_cast<std::size_t>(result)); }

RunResult run_result_of(std::string_view slug) {
    for (std::size_t i = 0; i < slugs.size(); ++i) {
        if (slugs[i] == slug) return static_cast<RunResult>(i);
    }
    const std::string name(slug);
    throw Error({"không có kết quả \"" + name + "\"", "there is no result \"" + name + "\""});
}

void write_last_run(const std::filesystem::path& index_folder, const LastRun& run) {
    without_errors([&] { replace_file(index_folder / last_run_file, encode(run)); });
}

std::optional<LastRun> read_last_run(const std::filesystem::path& index_folder) {
    std::optional<LastRun> run;
    without_errors([&] { run = decode_last_run(read_file(index_folder / last_run_file)); });
    return run;
}

}  // namespace commsearch::generation
