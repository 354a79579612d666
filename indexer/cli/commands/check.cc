#include <algorithm>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/cli/command_options.h"
#include "indexer/cli/commands/commands.h"
#include "indexer/generation/merge/self_check.h"
#include "indexer/generation/publish/index_folder.h"
#include "indexer/generation/publish/manifest.h"
#include "indexer/generation/publish/verify.h"
#include "indexer/program/program.h"
#include "indexer/schema/schema.h"

namespace commsearch::cli {
namespace {

const CommandHelp check_help = {
    "check",
    {"[THẾ_HỆ] [--index THƯ_MỤC] [--deep]", "[GENERATION] [--index DIR] [--deep]"},
    {"So mọi byte của thế hệ đang dùng (hay của thế hệ nêu tên) với tổng kiểm lúc lập. Mã thoát\n"
     "3: có chỗ hỏng, kèm lệnh để sửa.",
     "Compares every byte of the published generation, or of the one named, with the checksums\n"
     "taken when it was built. Exit code 3: something is damaged, with the command that mends it."},
    {"", ""}};

std::vector<Message> deep_damage(const std::filesystem::path& folder) {
    const generation::Manifest manifest = generation::read_manifest(folder);
    std::vector<Message> all;
    for (const generation::Refusal& one :
         generation::self_check(folder, manifest.reports, manifest.passages))
        all.push_back(one.reason);
    return all;
}

}  // namespace

int run_check(const std::vector<std::string>& arguments, Language language) {
    std::string index;
    bool deep = false;
    CommandOptions options(check_help, language);
    options.add_index(index);
    options.add_flag("--deep", deep,
                     {"đọc cả cấu trúc, từng báo cáo và từng đoạn",
                      "also read the structure, each report and each passage"});
    if (const std::string instead = options.read(arguments, 1); !instead.empty()) {
        program::print(instead);
        return program::success;
    }
    const std::string folder = index_folder_of(index);
    generation::check_is_index(folder);
    const std::string name =
        options.words().empty() ? generation::published_of(folder) : options.words()[0];
    if (name.empty() && !generation::generations_of(folder).empty()) {
        throw Error(
            {"thiếu tệp CURRENT; hãy chạy: commsearch-index rollback --index " + folder,
             "the file CURRENT is missing; run: commsearch-index rollback --index " + folder});
    }
    if (generation::generation_number(name) == 0)
        options.wrong_use({"không có thế hệ nào để kiểm tra", "there is no generation to check"});
    std::vector<Message> damage = generation::damage_of(folder, name);
    if (deep && damage.empty()) damage = deep_damage(std::filesystem::path(folder) / name);
    if (damage.empty()) {
        program::print(name +
                       Message{": mọi byte đều đúng\n", ": every byte is right\n"}.in(language));
        return program::success;
    }
    std::string text;
    for (const Message& one : damage) text += printable(one.in(language)) + '\n';
    text += Message{"Hãy chạy: ", "Run: "}.in(language) +
            generation::mending_command(folder, name) + '\n';
    program::print(text);
    return program::system_problem;
}

}  // namespace commsearch::cli
