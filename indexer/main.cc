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
#include "indexer/abbreviation_file.h"
#include "indexer/abbreviation_review.h"
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
    options.extractors = find_extractors(environment("PATH"));
    options.jobs = command.jobs == 0 ? cores : command.jobs;
    if (!command.abbreviations.empty())
        options.local_abbreviations = usable_abbreviations(command.abbreviations);
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

/// Checks a local table; with a corpus, lists what it and the dictionary lack.
int review(const IndexCommand& command, Language language) {
    if (command.corpus.empty()) {
        const AbbreviationFile file = read_abbreviations(command.abbreviations);
        print(findings_text(command.abbreviations, file.findings, language));
        return file.is_usable() ? success : wrong_use;
    }
    const std::string local =
        command.abbreviations.empty() ? "" : usable_abbreviations(command.abbreviations);
    const AbbreviationReview found = review_abbreviations(
        {command.corpus.begin(), command.corpus.end()}, Abbreviations::with_local(local),
        find_extractors(environment("PATH")));
    print(command.json ? review_json(found, language) : review_table(found, language));
    return found.skipped.empty() ? success : partial;
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
        if (!command.instead.empty()) return success;
        const bool builds = command.task == IndexCommand::Task::build;
        return builds ? build(command, language) : review(command, language);
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
