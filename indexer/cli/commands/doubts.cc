#include "indexer/cli/command_options.h"
#include "indexer/cli/commands/commands.h"
#include "indexer/program/program.h"
#include "indexer/review/inspect.h"

namespace commsearch::cli {
namespace {

const CommandHelp doubts_help = {
    "doubts",
    {"--corpus THƯ_MỤC… [--csv | --json]", "--corpus DIR… [--csv | --json]"},
    {"Liệt kê những chỗ người làm văn thư nên xem lại, loại gặp ở nhiều tệp nhất trước: không có\n"
     "ngày hay thiếu ngày, không rõ xã, chữ đã chuyển từ bảng mã cũ, dấu cách lọt vào giữa chữ,\n"
     "trang chưa đọc được, nghi nhận dạng sai, tệp không đọc được.",
     "Lists what a clerk should look at, the kind that touches most files first: no date or only\n"
     "a month, no commune, text repaired from a legacy encoding, blanks inside words, pages that\n"
     "were not read, suspected bad scans, files that cannot be read."},
    {"", ""}};

}  // namespace

int run_doubts(const std::vector<std::string>& arguments, Language language) {
    std::vector<std::string> corpus;
    bool csv = false;
    bool json = false;
    CommandOptions options(doubts_help, language);
    options.add_corpus(corpus);
    options.add_flag("--csv", csv, {"in dạng CSV (RFC 4180)", "print CSV (RFC 4180)"});
    options.add_flag("--json", json, {"in dạng JSON (docs/json.md)", "print JSON (docs/json.md)"});
    if (const std::string instead = options.read(arguments); !instead.empty()) {
        program::print(instead);
        return program::success;
    }
    options.need_corpus(corpus);
    if (csv && json)
        options.wrong_use({"chỉ chọn một trong --csv và --json", "--csv or --json, not both"});
    const review::CorpusDoubts found = review::corpus_doubts({corpus.begin(), corpus.end()});
    program::print(csv    ? review::doubts_csv(found, language)
                   : json ? review::doubts_json(found, language)
                          : review::doubts_text(found, language));
    return found.skipped.empty() ? program::success : program::partial;
}

}  // namespace commsearch::cli
