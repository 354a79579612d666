#include <unistd.h>

#include <chrono>
#include <ctime>
#include <iostream>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/cli/command_options.h"
#include "indexer/cli/commands/commands.h"
#include "indexer/cli/commands/golden_queries.h"
#include "indexer/cli/progress.h"
#include "indexer/generation/disk/disk.h"
#include "indexer/generation/disk/utc.h"
#include "indexer/generation/generation.h"
#include "indexer/generation/publish/index_folder.h"
#include "indexer/generation/publish/last_run.h"
#include "indexer/generation/publish/status.h"
#include "indexer/program/program.h"
#include "indexer/review/abbreviation_file.h"

namespace commsearch::cli {
namespace {

const CommandHelp build_help = {
    "build",
    {"--corpus THƯ_MỤC… --index THƯ_MỤC [TÙY CHỌN]", "--corpus DIR… --index DIR [OPTIONS]"},
    {R"(Đọc mọi tệp .docx, .doc, .odt, .rtf, .pdf, ảnh quét, .xlsx, .ods, .csv, .pptx, .odp, .html,
.txt, .jsonl và .zip trong các thư mục, lập một thế hệ chỉ mục mới rồi công bố nó. Thế hệ đang dùng không bị đụng đến; tệp
không đọc được chỉ bị bỏ qua và nêu lý do. Tệp không đổi từ lượt trước (theo nội dung) không
phải đọc lại. Thế hệ mới phải qua cổng kiểm tra (--max-fall, --max-skipped, --require-communes,
--golden, --min-free); không qua thì thế hệ cũ vẫn được dùng và mã thoát là 3.)",
     R"(Reads every .docx, .doc, .odt, .rtf, .pdf, scan, .xlsx, .ods, .csv, .pptx, .odp, .html, .txt,
.jsonl and .zip below the folders, writes a new generation of the index and publishes it. The one in use is not touched; a
file that cannot be read is skipped and named with the reason. Files that did not change since the
last build, by their content, are not read again. The new generation has to pass a gate
(--max-fall, --max-skipped, --require-communes, --golden, --min-free); when it does not, the old
one stays and the exit code is 3.)"},
    {R"(Ví dụ:
  commsearch-index build --corpus corpus --index index
  commsearch-index build --corpus /srv/bao-cao/xa-a /srv/bao-cao/xa-b --index /var/lib/commsearch --jobs 2)",
     R"(Examples:
  commsearch-index build --corpus corpus --index index
  commsearch-index build --corpus /srv/reports/commune-a /srv/reports/commune-b --index /var/lib/commsearch --jobs 2)"}};

/// The options as typed.
struct BuildArguments {
    std::vector<std::string> corpus;
    std::string index, jobs, abbreviations, keep, metrics;
    std::string max_fall, max_skipped, min_free, communes, golden, force;
    bool quiet = false, rebuild = false, json = false;
};

void add_build_options(CommandOptions& options, BuildArguments& typed) {
    options.add_corpus(typed.corpus);
    options.add_index(typed.index);
    options.add_jobs(typed.jobs);
    options.add("--abbreviations", typed.abbreviations, {"TỆP", "FILE"},
                {"bảng chữ tắt của địa phương, dùng thêm bên cạnh từ điển có sẵn",
                 "a local table of abbreviations, used beside the built-in dictionary"});
    options.add("--keep", typed.keep, {"SỐ", "N"},
                {"số thế hệ cũ giữ lại, 0-1000; mặc định: 2",
                 "older generations to keep, 0-1000; default: 2"});
    options.add_metrics_file(typed.metrics);
    options.add_flag("--rebuild", typed.rebuild,
                     {"đọc lại mọi tệp, không dùng gì của lượt trước",
                      "read every file again, reuse nothing of former builds"});
    options.add_flag("--json", typed.json,
                     {"in kết quả dạng JSON (docs/operations.md)",
                      "print the result as JSON (docs/operations.md)"});
    options.add_flag("--quiet", typed.quiet, {"không in tiến độ", "no progress"});
}

void add_gate_options(CommandOptions& options, BuildArguments& typed) {
    const Message percent = {"PHẦN_TRĂM", "PERCENT"};
    const Message file = {"TỆP", "FILE"};
    options.add("--max-fall", typed.max_fall, percent,
                {"từ chối khi số báo cáo giảm quá mức này; mặc định: 10",
                 "refuse when reports fall by more; default: 10"});
    options.add("--max-skipped", typed.max_skipped, percent,
                {"từ chối khi bỏ qua quá mức này và hơn lần trước; mặc định: 20",
                 "refuse when more is skipped, and more than before; default: 20"});
    options.add("--min-free", typed.min_free, {"MB", "MB"},
                {"từ chối khi ổ đĩa sẽ còn trống ít hơn; mặc định: 64",
                 "refuse when less would be left of the disk; default: 64"});
    options.add("--require-communes", typed.communes, file,
                {"các xã phải có báo cáo, mỗi dòng một tên hoặc mã",
                 "communes that must have reports, a name or code a line"});
    options.add("--golden", typed.golden, file,
                {"câu hỏi mẫu, mỗi dòng “CÂU HỎI” hoặc “CÂU HỎI<tab>MÃ BÁO CÁO”",
                 "golden queries, a line “QUERY” or “QUERY<tab>REPORT ID”"});
    options.add("--force", typed.force, {"LÝ_DO", "REASON"},
                {"công bố dù bị từ chối; lý do ghi vào manifest.json",
                 "publish in spite of a refusal; the reason goes into manifest.json"});
}

generation::GateOptions gate_options(const CommandOptions& options, const BuildArguments& typed) {
    constexpr std::size_t hundred = 100, max_megabytes = 1'000'000'000;
    generation::GateOptions gate;
    gate.max_fall =
        static_cast<double>(options.number("--max-fall", typed.max_fall, 10, 0, hundred));
    gate.max_skipped =
        static_cast<double>(options.number("--max-skipped", typed.max_skipped, 20, 0, hundred));
    gate.min_free =
        std::uintmax_t{options.number("--min-free", typed.min_free, 64, 0, max_megabytes)} << 20U;
    if (!typed.communes.empty()) gate.communes = read_lines(typed.communes);
    if (!typed.golden.empty()) {
        gate.ask_golden = [queries = read_golden_queries(typed.golden)](
                              const std::filesystem::path& index_folder) {
            return ask_golden_queries(queries, index_folder);
        };
    }
    gate.force = typed.force;
    return gate;
}

generation::BuildOptions build_options(const CommandOptions& options, const BuildArguments& typed) {
    options.need_corpus(typed.corpus);
    generation::BuildOptions build;
    build.corpus_folders.assign(typed.corpus.begin(), typed.corpus.end());
    build.index_folder = index_folder_of(typed.index);
    build.extractors = source::find_extractors(program::environment("PATH"));
    build.jobs = jobs_of(options, typed.jobs);
    build.rebuild = typed.rebuild;
    build.keep = options.number("--keep", typed.keep, build.keep, 0, generation::max_kept);
    build.gate = gate_options(options, typed);
    if (!typed.abbreviations.empty())
        build.local_abbreviations = review::usable_abbreviations(typed.abbreviations);
    return build;
}

/// Progress on a terminal, else a line for each step, as a log wants it.
class Teller {
public:
    Teller(generation::BuildOptions& build, Language language)
        : language_(language), line_(language, ::isatty(STDERR_FILENO) != 0) {
        build.on_progress = [this](const generation::BuildProgress& progress) {
            std::cerr << line_.update(progress, std::chrono::steady_clock::now() - start_)
                      << std::flush;
        };
        if (::isatty(STDERR_FILENO) != 0) return;
        build.on_event = [this](const Message& event) {
            std::cerr << "commsearch-index: " + printable(event.in(language_)) + '\n' << std::flush;
        };
    }
    void finish() const { std::cerr << line_.finish() << std::flush; }

private:
    Language language_;
    ProgressLine line_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// The result of a build that did not publish.
generation::LastRun failed_run(generation::RunResult result, const Error& error) {
    generation::LastRun run;
    run.result = result;
    run.ended = generation::utc_text(std::time(nullptr));
    run.error = error.message();
    return run;
}

/// Builds and, as far as wanted, writes metrics and the result as JSON, whatever it is.
generation::BuildSummary build_and_tell(const generation::BuildOptions& build,
                                        const BuildArguments& typed) {
    const auto tell = [&](const generation::LastRun& run) {
        if (!typed.metrics.empty())
            generation::replace_file(
                typed.metrics,
                generation::metrics_text(generation::read_status(build.index_folder)));
        if (typed.json) program::print(generation::encode(run));
    };
    try {
        generation::BuildSummary summary = generation::build_generation(build);
        tell(generation::read_last_run(build.index_folder).value_or(generation::LastRun{}));
        return summary;
    } catch (const generation::Refused& error) {
        generation::LastRun run = failed_run(generation::RunResult::refused, error);
        run.refusals = error.refusals();
        tell(run);
        throw;
    } catch (const Error& error) {
        tell(failed_run(generation::RunResult::failed, error));
        throw;
    }
}

}  // namespace

int run_build(const std::vector<std::string>& arguments, Language language) {
    BuildArguments typed;
    CommandOptions options(build_help, language);
    add_build_options(options, typed);
    add_gate_options(options, typed);
    if (const std::string instead = options.read(arguments); !instead.empty()) {
        program::print(instead);
        return program::success;
    }
    generation::BuildOptions build = build_options(options, typed);
    std::optional<Teller> teller;
    if (!typed.quiet) teller.emplace(build, language);
    const generation::BuildSummary summary = build_and_tell(build, typed);
    if (teller) teller->finish();
    if (!typed.json) program::print(summary_text(summary, language));
    return summary.skipped.empty() ? program::success : program::partial;
}

}  // namespace commsearch::cli
