#include "indexer/generation/publish/status.h"

#include "indexer/cli/command_options.h"
#include "indexer/cli/commands/commands.h"
#include "indexer/generation/disk/disk.h"
#include "indexer/program/program.h"

namespace commsearch::cli {
namespace {

const CommandHelp status_help = {
    "status",
    {"[--index THƯ_MỤC] [--json] [--metrics-file TỆP]",
     "[--index DIR] [--json] [--metrics-file FILE]"},
    {"Cho biết thế hệ đang dùng bao nhiêu tuổi, lượt lập gần nhất ra sao, vì sao bị từ chối.\n"
     "Mã thoát 0: ổn; 1: lượt gần nhất không công bố được; 3: không có thế hệ nào dùng được.",
     "Tells how old the published generation is, how the last build ended, why it was refused.\n"
     "Exit code 0: well; 1: the last build did not publish; 3: no generation is published."},
    {"", ""}};

}  // namespace

int run_status(const std::vector<std::string>& arguments, Language language) {
    std::string index, metrics;
    bool json = false;
    CommandOptions options(status_help, language);
    options.add_index(index);
    options.add_flag("--json", json, {"in dạng JSON", "print JSON"});
    options.add_metrics_file(metrics);
    if (const std::string instead = options.read(arguments); !instead.empty()) {
        program::print(instead);
        return program::success;
    }
    const generation::IndexStatus status = generation::read_status(index_folder_of(index));
    if (!metrics.empty()) generation::replace_file(metrics, generation::metrics_text(status));
    program::print(json ? generation::status_json(status)
                        : generation::status_text(status, language));
    if (status.published() == nullptr) return program::system_problem;
    return status.is_well() ? program::success : program::partial;
}

}  // namespace commsearch::cli
