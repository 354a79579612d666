#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <clocale>
#include <csignal>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "analyzers/unicode.h"
#include "indexer/command_line.h"
#include "indexer/generation.h"
#include "indexer/program.h"
#include "indexer/progress.h"

namespace {

using namespace commsearch;

BuildOptions options_of(const IndexCommand& command) {
    BuildOptions options;
    options.corpus_folders.assign(command.corpus.begin(), command.corpus.end());
    const std::string folder = environment("COMMSEARCH_INDEX");
    options.index_folder = !command.index.empty() ? command.index
                           : folder.empty()       ? "index"
                                                  : folder;
    const std::size_t cores =
        std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, max_jobs);
    options.jobs = command.jobs == 0 ? cores : command.jobs;
    return options;
}

int build(const IndexCommand& command, Language language) {
    BuildOptions options = options_of(command);
    ProgressLine line(language, ::isatty(STDERR_FILENO) != 0);
    const auto start = std::chrono::steady_clock::now();
    if (!command.quiet) {
        options.on_progress = [&](const BuildProgress& progress) {
            std::cerr << line.update(progress, std::chrono::steady_clock::now() - start)
                      << std::flush;
        };
    }
    const BuildSummary summary = build_generation(options);
    if (!command.quiet) std::cerr << line.finish() << std::flush;
    print(summary_text(summary, language));
    return summary.skipped.empty() ? success : partial;
}

int fail(const Message& message, ExitCode code, Language language) {
    const Message label = {"commsearch-index: lỗi: ", "commsearch-index: error: "};
    std::cerr << label.in(language) + printable(message.in(language)) + '\n';
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    std::setlocale(LC_CTYPE, "C.UTF-8");
    std::signal(SIGPIPE, SIG_IGN);
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const Language language = language_of_environment();
    try {
        const IndexCommand command = parse_index_command(arguments, language);
        print(command.instead);
        return command.instead.empty() ? build(command, language) : success;
    } catch (const UsageError& error) {
        return fail(error.message(), wrong_use, language);
    } catch (const Error& error) {
        return fail(error.message(), system_problem, language);
    } catch (const std::exception& error) {
        return fail({std::string("lỗi bất ngờ: ") + error.what(),
                     std::string("unexpected: ") + error.what()},
                    system_problem, language);
    }
}
