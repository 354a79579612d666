#include "indexer/review/inspect.h"

#include "indexer/cli/command_options.h"
#include "indexer/cli/commands/commands.h"
#include "indexer/program/program.h"

namespace commsearch::cli {
namespace {

const CommandHelp inspect_help = {
    "inspect",
    {"TỆP [--corpus THƯ_MỤC] [--json]", "FILE [--corpus DIR] [--json]"},
    {"Cho biết đã hiểu gì về một tệp báo cáo: số, cơ quan, xã, ngày, kỳ, cây đề mục kèm lĩnh vực,\n"
     "các đoạn, và những chỗ cần xem lại.",
     "Shows what is understood of the reports of one file: number, issuer, commune, dates, "
     "periods,\n"
     "the tree of headings with their topics, the passages, and what is doubtful."},
    {"Ví dụ:\n  commsearch-index inspect "
     "corpus/ben-tre/thanh-phu-dong/2024-02_ubnd_kt-xh-thang-02.txt",
     "Example:\n  commsearch-index inspect "
     "corpus/ben-tre/thanh-phu-dong/2024-02_ubnd_kt-xh-thang-02.txt"}};

}  // namespace

int run_inspect(const std::vector<std::string>& arguments, Language language) {
    std::string corpus;
    bool json = false;
    CommandOptions options(inspect_help, language);
    options.add(
        "--corpus", corpus, {"THƯ_MỤC", "DIR"},
        {"thư mục báo cáo mà tệp nằm trong đó: mã đoạn, tên thư mục và\nmetadata.tsv như "
         "khi lập chỉ mục",
         "corpus folder the file is in: ids, folder names and\nmetadata.tsv as in a build"});
    options.add_flag("--json", json, {"in dạng JSON (docs/json.md)", "print JSON (docs/json.md)"});
    if (const std::string instead = options.read(arguments, 1); !instead.empty()) {
        program::print(instead);
        return program::success;
    }
    if (options.words().empty())
        options.wrong_use({"thiếu TỆP báo cáo", "FILE, the report, is missing"});
    const review::FileInspection found = review::inspect_file(options.words().front(), corpus);
    program::print(json ? review::inspection_json(found, language)
                        : review::inspection_text(found, report::Taxonomy(), language));
    return found.skipped.empty() ? program::success : program::partial;
}

}  // namespace commsearch::cli
