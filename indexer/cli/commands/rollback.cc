#include "indexer/generation/publish/rollback.h"

#include "analyzers/base/message.h"
#include "indexer/cli/command_options.h"
#include "indexer/cli/commands/commands.h"
#include "indexer/program/program.h"

namespace commsearch::cli {
namespace {

const CommandHelp rollback_help = {
    "rollback",
    {"[THẾ_HỆ] [--index THƯ_MỤC]", "[GENERATION] [--index DIR]"},
    {"Dùng lại một thế hệ cũ; không nêu tên thì lấy thế hệ lành lặn gần nhất trước thế hệ đang "
     "dùng.\nLượt build sau vẫn công bố thế hệ mới như thường.",
     "Publishes an older generation again; without a name the newest sound one before the one in "
     "use.\nThe next build publishes a new one as always."},
    {"Ví dụ:\n  commsearch-index rollback gen-000012 --index /var/lib/commsearch",
     "Example:\n  commsearch-index rollback gen-000012 --index /var/lib/commsearch"}};

}  // namespace

int run_rollback(const std::vector<std::string>& arguments, Language language) {
    std::string index;
    CommandOptions options(rollback_help, language);
    options.add_index(index);
    if (const std::string instead = options.read(arguments, 1); !instead.empty()) {
        program::print(instead);
        return program::success;
    }
    const std::string name = options.words().empty() ? "" : options.words().front();
    const std::string published = generation::roll_back(index_folder_of(index), name);
    program::print(Message{"Đã công bố thế hệ ", "Published generation "}.in(language) + published +
                   '\n');
    return program::success;
}

}  // namespace commsearch::cli
