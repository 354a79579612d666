#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/program/program.h"
#include "searcher/cli/command_line.h"
#include "searcher/protocol/answer.h"
#include "searcher/protocol/line_reader.h"
#include "searcher/protocol/schema.h"
#include "searcher/render/render_json.h"
#include "searcher/render/render_text.h"
#include "searcher/searcher.h"

using namespace commsearch;
using namespace commsearch::cli;

namespace {

std::string index_folder(const CommandLine& command) {
    if (!command.index.empty()) return command.index;
    const std::string folder = program::environment("COMMSEARCH_INDEX");
    return folder.empty() ? "index" : folder;
}

render::TextStyle text_style(CommandLine::Color color, Language language) {
    render::TextStyle style{.language = language};
    const bool terminal = ::isatty(STDOUT_FILENO) != 0;
    const bool automatic = terminal && program::environment("NO_COLOR").empty() &&
                           program::environment("TERM") != "dumb";
    style.color = color == CommandLine::Color::always ||
                  (color == CommandLine::Color::automatic && automatic);
    winsize size{};
    if (terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        style.width = size.ws_col;
    return style;
}

constexpr auto no_deadline = std::chrono::steady_clock::time_point::max();

std::size_t read_input(int file, char* buffer, std::size_t size) {
    for (;;) {
        const ssize_t got = ::read(file, buffer, size);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) {
            const std::string reason = std::strerror(errno);
            throw Error({"không đọc được đầu vào: " + reason, "cannot read the input: " + reason});
        }
    }
}

/// Answers a request a line, in order, each answer written before the next request is read; follows
/// the published generation.
int answer_lines(const CommandLine& command, Language language) {
    Searcher searcher(index_folder(command));
    protocol::StreamLineReader lines(
        [](char* buffer, std::size_t size) { return read_input(STDIN_FILENO, buffer, size); },
        protocol::max_request_bytes);
    using Result = protocol::StreamLineReader::Result;
    std::string line;
    for (Result got = lines.next(line); got != Result::end; got = lines.next(line)) {
        if (!searcher.is_current()) {
            try {
                searcher = Searcher(index_folder(command));
            } catch (const Error& error) {  // the one before goes on answering
                std::cerr << printable(error.message().in(language)) + "\n";
            }
        }
        program::print(got == Result::too_long
                           ? protocol::too_long_answer(language).json + '\n'
                           : protocol::answer_text(searcher, line, language, no_deadline).json +
                                 '\n');
    }
    return program::success;
}

int answer_file(const CommandLine& command, Language language) {
    const bool is_input = command.request_file == "-";
    const int file =
        is_input ? STDIN_FILENO : ::open(command.request_file.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        const std::string what = command.request_file + ": " + std::strerror(errno);
        throw UsageError({"không mở được tệp yêu cầu " + what, "cannot open the request " + what});
    }
    std::string text;
    std::array<char, 4096> buffer{};
    for (std::size_t got = read_input(file, buffer.data(), buffer.size());
         got > 0 && text.size() <= protocol::max_request_bytes;
         got = read_input(file, buffer.data(), buffer.size())) {
        text.append(buffer.data(), got);
    }
    const protocol::ProtocolAnswer answer =
        protocol::answer_text(Searcher(index_folder(command)), text, language, no_deadline);
    program::print(answer.json + '\n');
    return answer.exit_code;
}

int search(const CommandLine& command, Language language) {
    const SearchResult result = Searcher(index_folder(command)).search(command.request);
    render::TextStyle style = text_style(command.color, language);
    style.explains = command.request.explain;
    program::print(command.json ? render::render_json(result, language) + '\n'
                                : render::render_text(result, style));
    return result.total_reports > 0 ? program::success : program::partial;
}

int run(const CommandLine& command, Language language) {
    program::print(command.instead);
    if (!command.instead.empty()) return program::success;
    if (!command.schema.empty()) {
        program::print(protocol::protocol_schema(command.schema));
        return program::success;
    }
    if (command.ndjson) return answer_lines(command, language);
    if (!command.request_file.empty()) return answer_file(command, language);
    return search(command, language);
}

/// Tells the error that is being caught.
int fail(Language language, bool json) {
    const protocol::ProtocolAnswer answer = protocol::current_error(language);
    const Message label = {"commsearch: lỗi: ", "commsearch: error: "};
    std::cerr << label.in(language) + printable(answer.message) + "\n";
    try {
        if (json) program::print(answer.json + '\n');
    } catch (const Error&) {  // the message above is all that can be told
        return program::system_problem;
    }
    return answer.exit_code;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments = program::start_program(argc, argv);
    const Language language = program::language_of_environment();
    const bool json = asks_for_json(arguments);
    try {
        return run(parse_command_line(arguments, language), language);
    } catch (...) {
        return fail(language, json);
    }
}
