#include "analyzers/base/message.h"
#include "indexer/cli/command_options.h"
#include "indexer/cli/commands/commands.h"
#include "indexer/generation/disk/build_lock.h"
#include "indexer/generation/publish/index_folder.h"
#include "indexer/program/program.h"

namespace commsearch::cli {
namespace {

const CommandHelp prune_help = {
    "prune",
    {"--keep SỐ [--index THƯ_MỤC]", "--keep N [--index DIR]"},
    {"Xóa các thế hệ cũ nhất, giữ lại thế hệ đang dùng và SỐ thế hệ mới nhất khác.",
     "Removes the oldest generations but for the published one and the newest N others."},
    {"", ""}};

}  // namespace

int run_prune(const std::vector<std::string>& arguments, Language language) {
    std::string index, keep;
    CommandOptions options(prune_help, language);
    options.add_index(index);
    options.add("--keep", keep, {"SỐ", "N"},
                {"số thế hệ giữ lại bên cạnh thế hệ đang dùng, 0-1000",
                 "generations to keep beside the published one, 0-1000"});
    if (const std::string instead = options.read(arguments); !instead.empty()) {
        program::print(instead);
        return program::success;
    }
    if (keep.empty()) options.wrong_use({"thiếu --keep SỐ", "--keep N is missing"});
    const std::size_t kept = options.number("--keep", keep, 0, 0, generation::max_kept);
    const std::string folder = index_folder_of(index);
    generation::check_is_index(folder);
    const generation::BuildLock lock(folder);
    const std::size_t removed = generation::prune(folder, generation::published_of(folder), kept);
    program::print(Message{"Đã xóa ", "Removed "}.in(language) + std::to_string(removed) +
                   Message{" thế hệ\n", " generations\n"}.in(language));
    return program::success;
}

}  // namespace commsearch::cli
