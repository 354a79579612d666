#include "indexer/cli/command_options.h"
#include "indexer/cli/commands/commands.h"
#include "indexer/program/program.h"
#include "indexer/review/figure_review.h"

namespace commsearch::cli {
namespace {

const CommandHelp figures_help = {
    "figures",
    {"--corpus THƯ_MỤC… [--json]", "--corpus DIR… [--json]"},
    {"In mọi số liệu mà các báo cáo nêu: chỉ tiêu, giá trị, đơn vị, là kết quả hay kế hoạch, kỳ,\n"
     "nơi, cùng câu hay dòng bảng nêu nó.",
     "Prints every figure that the reports state: what it counts, value, unit, whether it is "
     "result\n"
     "or plan, period, place, and the sentence or row that states it."},
    {"", ""}};

}  // namespace

int run_figures(const std::vector<std::string>& arguments, Language language) {
    std::vector<std::string> corpus;
    bool json = false;
    CommandOptions options(figures_help, language);
    options.add_corpus(corpus);
    options.add_flag("--json", json,
                     {"in mỗi số liệu một dòng JSON (docs/json.md)",
                      "print one JSON object a line and figure (docs/json.md)"});
    if (const std::string instead = options.read(arguments); !instead.empty()) {
        program::print(instead);
        return program::success;
    }
    options.need_corpus(corpus);
    const review::CorpusFigures found = review::corpus_figures({corpus.begin(), corpus.end()});
    program::print(json ? review::figures_json(found) : review::figures_text(found, language));
    return found.skipped.empty() ? program::success : program::partial;
}

}  // namespace commsearch::cli
