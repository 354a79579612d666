#include <algorithm>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/cli/commands/commands.h"
#include "indexer/program/program.h"

namespace {

using namespace commsearch;
using namespace commsearch::cli;

std::string overview(Language language) {
    const auto say = [&](const char* vi, const char* en) { return Message{vi, en}.in(language); };
    std::string text =
        say("Lập và trông coi chỉ mục mà commsearch tìm trong đó.\n"
            "Cách dùng: commsearch-index LỆNH [TÙY CHỌN]\n\nLệnh:\n",
            "Builds and looks after the index that commsearch searches.\n"
            "Usage: commsearch-index COMMAND [OPTIONS]\n\nCommands:\n");
    constexpr std::size_t column = 16;
    for (const Command& command : commands()) {
        text += "  " + command.name +
                std::string(column - std::min(column - 1, command.name.size()), ' ') +
                command.summary.in(language) + '\n';
    }
    return text +
           say("\ncommsearch-index LỆNH --help nói kỹ hơn về một lệnh; --version in phiên bản.\n\n"
               "Mã thoát: 0 xong, 1 có tệp bị bỏ qua, 2 dùng sai, 3 lỗi đĩa hoặc hệ thống (chỉ mục "
               "cũ giữ nguyên).\n"
               "Biến môi trường: COMMSEARCH_INDEX thư mục chỉ mục khi không có --index.\n",
               "\ncommsearch-index COMMAND --help tells more of a command; --version prints the "
               "version.\n\n"
               "Exit codes: 0 done, 1 some files skipped, 2 wrong use, 3 disk or system problem "
               "(the old index stays).\n"
               "Environment: COMMSEARCH_INDEX folder of the index when --index is not given.\n");
}

[[noreturn]] void wrong_command(const Message& what) {
    std::string names;
    for (const Command& command : commands()) names += (names.empty() ? "" : ", ") + command.name;
    throw UsageError({what.vi + " (" + names + "); xem: commsearch-index --help",
                      what.en + " (" + names + "); see: commsearch-index --help"});
}

int run(const std::vector<std::string>& arguments, Language language) {
    if (arguments.empty()) wrong_command({"thiếu lệnh", "no command is given"});
    const std::string& name = arguments.front();
    if (name == "--help" || name == "-h") {
        program::print(overview(language));
        return program::success;
    }
    if (name == "--version") {
        program::print("commsearch-index " COMMSEARCH_VERSION "\n");
        return program::success;
    }
    for (const Command& command : commands()) {
        if (command.name == name)
            return command.run({arguments.begin() + 1, arguments.end()}, language);
    }
    wrong_command({"không có lệnh “" + name + "”", "there is no command “" + name + "”"});
}

}  // namespace

int main(int argc, char** argv) {
    return program::run_program("commsearch-index", argc, argv, run);
}
