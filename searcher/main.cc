#include <sys/ioctl.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "analyzers/unicode.h"
#include "indexer/program.h"
#include "searcher/command_line.h"
#include "searcher/render_json.h"
#include "searcher/render_text.h"
#include "searcher/searcher.h"

namespace {

using commsearch::CommandLine;
using commsearch::Error;
using commsearch::Language;
using commsearch::Message;
using commsearch::SearchResult;
using commsearch::UsageError;

using commsearch::environment;
using commsearch::ExitCode;
using commsearch::print;

std::string index_folder(const CommandLine& command) {
    if (!command.index.empty()) return command.index;
    const std::string folder = environment("COMMSEARCH_INDEX");
    return folder.empty() ? "index" : folder;
}

commsearch::TextStyle text_style(CommandLine::Color color, Language language) {
    commsearch::TextStyle style{.language = language};
    const bool terminal = ::isatty(STDOUT_FILENO) != 0;
    const bool automatic = terminal && environment("NO_COLOR").empty();
    style.color = color == CommandLine::Color::always ||
                  (color == CommandLine::Color::automatic && automatic);
    winsize size{};
    if (terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        style.width = size.ws_col;
    return style;
}

SearchResult search(const CommandLine& command) {
    return commsearch::Searcher(index_folder(command)).search(command.request);
}

std::string rendered(const SearchResult& result, const CommandLine& command, Language language) {
    return command.json ? commsearch::render_json(result, language) + '\n'
                        : commsearch::render_text(result, text_style(command.color, language));
}

int fail(const Message& message, ExitCode code, Language language, bool json) {
    const Message label = {"commsearch: lỗi: ", "commsearch: error: "};
    std::cerr << label.in(language) + commsearch::printable(message.in(language)) + "\n";
    try {
        if (json) print(commsearch::render_json_error(message, code, language) + '\n');
    } catch (const Error&) {  // the message above is all that can be told
        return commsearch::system_problem;
    }
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    std::setlocale(LC_CTYPE, "C.UTF-8");
    std::signal(SIGPIPE, SIG_IGN);
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const Language language = commsearch::language_of_environment();
    const bool json = commsearch::asks_for_json(arguments);
    try {
        const CommandLine command = commsearch::parse_command_line(arguments, language);
        print(command.instead);
        if (!command.instead.empty()) return commsearch::success;
        const SearchResult result = search(command);
        print(rendered(result, command, language));
        return result.total_reports > 0 ? commsearch::success : commsearch::partial;
    } catch (const UsageError& error) {
        return fail(error.message(), commsearch::wrong_use, language, json);
    } catch (const Error& error) {
        return fail(error.message(), commsearch::system_problem, language, json);
    } catch (const std::exception& error) {
        return fail({std::string("lỗi bất ngờ: ") + error.what(),
                     std::string("unexpected: ") + error.what()},
                    commsearch::system_problem, language, json);
    }
}
