#include "indexer/cli/command_options.h"
#include "indexer/cli/commands/commands.h"
#include "indexer/generation/publish/status.h"
#include "indexer/program/program.h"

namespace commsearch::cli {
namespace {

const CommandHelp list_help = {
    "list",
    {"[--index THƯ_MỤC]", "[--index DIR]"},
    {"Liệt kê các thế hệ của chỉ mục, cũ trước; dấu * là thế hệ đang dùng.",
     "Lists the generations of the index, oldest first; * marks the published one."},
    {"", ""}};

}  // namespace

int run_list(const std::vector<std::string>& arguments, Language language) {
    std::string index;
    CommandOptions options(list_help, language);
    options.add_index(index);
    if (const std::string instead = options.read(arguments); !instead.empty()) {
        program::print(instead);
        return program::success;
    }
    program::print(
        generation::list_text(generation::read_status(index_folder_of(index)), language));
    return program::success;
}

}  // namespace commsearch::cli
