#include <unistd.h>

#include <chrono>
#include <iostream>

#include "indexer/abbreviation_file.h"
#include "indexer/command_options.h"
#include "indexer/commands/commands.h"
#include "indexer/generation.h"
#include "indexer/program.h"
#include "indexer/progress.h"

namespace commsearch {
namespace {

const CommandHelp help = {
    "build",
    {"--corpus THƯ_MỤC… --index THƯ_MỤC [TÙY CHỌN]", "--corpus DIR… --index DIR [OPTIONS]"},
    {"Đọc mọi tệp .txt, .html và .jsonl trong các thư mục, lập một thế hệ chỉ mục mới rồi công bố\n"
     "nó. Thế hệ đang dùng không bị đụng đến; tệp không đọc được chỉ bị bỏ qua và nêu lý do. Tệp "
     "không\n"
     "đổi từ lượt trước (theo nội dung) không phải đọc lại.",
     "Reads every .txt, .html and .jsonl file below the folders, writes a new generation of the\n"
     "index and publishes it. The one in use is not touched; a file that cannot be read is "
     "skipped\n"
     "and named with the reason."},
    {R"(Ví dụ:
  commsearch-index build --corpus corpus --index index
  commsearch-index build --corpus /srv/bao-cao/xa-a /srv/bao-cao/xa-b --index /var/lib/commsearch --jobs 2)",
     R"(Examples:
  commsearch-index build --corpus corpus --index index
  commsearch-index build --corpus /srv/reports/commune-a /srv/reports/commune-b --index /var/lib/commsearch --jobs 2)"}};

/// The options as typed.
struct Typed {
    std::vector<std::string> corpus;
    std::string index, jobs, abbreviations;
    bool quiet = false, rebuild = false;
};

void add_options(CommandOptions& options, Typed& typed) {
    options.add_list("--corpus", typed.corpus, {"THƯ_MỤC", "DIR"},
                     {"thư mục chứa báo cáo (.txt, .html, .jsonl); có thể nhiều thư mục",
                      "folder of reports (.txt, .html, .jsonl); may be several"});
    options.add_index(typed.index);
    options.add_jobs(typed.jobs);
    options.add("--abbreviations", typed.abbreviations, {"TỆP", "FILE"},
                {"bảng chữ tắt của địa phương, dùng thêm bên cạnh từ điển có sẵn",
                 "a local table of abbreviations, used beside the built-in dictionary"});
    options.add_flag("--rebuild", typed.rebuild,
                     {"đọc lại mọi tệp, không dùng gì của lượt trước",
                      "read every file again, reuse nothing of former builds"});
    options.add_flag("--quiet", typed.quiet, {"không in tiến độ", "no progress"});
}

BuildOptions build_options(const CommandOptions& options, const Typed& typed) {
    if (typed.corpus.empty())
        options.wrong_use({"thiếu --corpus THƯ_MỤC: thư mục chứa báo cáo",
                           "--corpus DIR is missing: the folder of the reports"});
    BuildOptions build;
    build.corpus_folders.assign(typed.corpus.begin(), typed.corpus.end());
    build.index_folder = index_folder_of(typed.index);
    build.jobs = jobs_of(options, typed.jobs);
    build.rebuild = typed.rebuild;
    if (!typed.abbreviations.empty())
        build.local_abbreviations = usable_abbreviations(typed.abbreviations);
    return build;
}

}  // namespace

int run_build(const std::vector<std::string>& arguments, Language language) {
    Typed typed;
    CommandOptions options(help, language);
    add_options(options, typed);
    if (const std::string instead = options.read(arguments); !instead.empty()) {
        print(instead);
        return success;
    }
    BuildOptions build = build_options(options, typed);
    ProgressLine line(language, ::isatty(STDERR_FILENO) != 0);
    const auto start = std::chrono::steady_clock::now();
    if (!typed.quiet) {
        build.on_progress = [&](const BuildProgress& progress) {
            std::cerr << line.update(progress, std::chrono::steady_clock::now() - start)
                      << std::flush;
        };
    }
    const BuildSummary summary = build_generation(build);
    if (!typed.quiet) std::cerr << line.finish() << std::flush;
    print(summary_text(summary, language));
    return summary.skipped.empty() ? success : partial;
}

}  // namespace commsearch
