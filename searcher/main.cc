#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/command_line.h"
#include "searcher/render_json.h"
#include "searcher/render_text.h"
#include "searcher/searcher.h"
#include "searcher/terminal_text.h"

namespace {

using commsearch::CommandLine;
using commsearch::Error;
using commsearch::Language;
using commsearch::Message;
using commsearch::SearchResult;
using commsearch::UsageError;

enum ExitCode : int { found = 0, nothing_found = 1, wrong_use = 2, system_problem = 3 };

/// Value of an environment variable, empty when it is not set.
std::string environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

Language language_of_environment() {
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const std::string locale = environment(name); !locale.empty())
            return commsearch::language_of_locale(locale);
    return commsearch::language_of_locale("");
}

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

/// Throws Error when `text` cannot be written. A reader that has seen enough (`| head`) is no
/// error.
void print(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            return;
        } else if (errno != EINTR) {
            const std::string reason = std::strerror(errno);
            throw Error({"không ghi được kết quả ra đầu ra chuẩn: " + reason,
                         "cannot write the answer to standard output: " + reason});
        }
    }
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
        return system_problem;
    }
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    std::setlocale(LC_CTYPE, "C.UTF-8");
    std::signal(SIGPIPE, SIG_IGN);
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const Language language = language_of_environment();
    const bool json = commsearch::asks_for_json(arguments);
    try {
        const CommandLine command = commsearch::parse_command_line(arguments, language);
        print(command.instead);
        if (!command.instead.empty()) return found;
        const SearchResult result = search(command);
        print(rendered(result, command, language));
        return result.total_reports > 0 ? found : nothing_found;
    } catch (const UsageError& error) {
        return fail(error.message(), wrong_use, language, json);
    } catch (const Error& error) {
        return fail(error.message(), system_problem, language, json);
    } catch (const std::exception& error) {
        return fail({std::string("lỗi bất ngờ: ") + error.what(),
                     std::string("unexpected: ") + error.what()},
                    system_problem, language, json);
    }
}
