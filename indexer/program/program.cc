#include "indexer/program/program.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>

#include "analyzers/base/unicode.h"

namespace commsearch::program {
namespace {

/// Opens /dev/null on each standard descriptor that the caller left closed: the next file opened
/// would take its number, and be read as the input or written over by messages.
void open_standard_descriptors() {
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(standard, F_GETFD) >= 0 || errno != EBADF) continue;
        // open() takes the lowest free number, and those below are taken by now.
        if (::open("/dev/null", O_RDWR) != standard) std::abort();  // NOLINT(android-cloexec-open)
    }
}

}  // namespace

std::string environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

Language language_of_environment() {
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const std::string locale = environment(name); !locale.empty())
            return language_of_locale(locale);
    }
    return language_of_locale("");
}

void print(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            return;
        } else if (errno != EINTR) {
            const std::string reason = std::strerror(errno);
            throw Error({"không ghi được ra đầu ra chuẩn: " + reason,
                         "cannot write to standard output: " + reason});
        }
    }
}

std::optional<std::size_t> number_between(std::string_view typed, std::size_t min,
                                          std::size_t max) {
    std::size_t number = 0;
    const char* const end = typed.data() + typed.size();
    const auto [stop, error] = std::from_chars(typed.data(), end, number);
    if (error != std::errc{} || stop != end || number < min || number > max) return std::nullopt;
    return number;
}

Message needs_number(const std::string& option, std::string_view typed, std::size_t min,
                     std::size_t max) {
    const std::string first = std::to_string(min);
    const std::string last = std::to_string(max);
    const std::string given = "“" + std::string(typed) + "”";
    return {option + " cần một số từ " + first + " đến " + last + ", không phải " + given,
            option + " needs a number from " + first + " to " + last + ", not " + given};
}

std::vector<std::string> start_program(int argc, char** argv) {
    open_standard_descriptors();
    std::setlocale(LC_CTYPE, "C.UTF-8");
    std::signal(SIGPIPE, SIG_IGN);
    return {argv + (argc > 0 ? 1 : 0), argv + argc};
}

int run_program(const std::string& name, int argc, char** argv,
                const std::function<int(const std::vector<std::string>&, Language)>& run) {
    const std::vector<std::string> arguments = start_program(argc, argv);
    const Language language = language_of_environment();
    const auto fail = [&](const Message& message, ExitCode code) {
        const Message label = {name + ": lỗi: ", name + ": error: "};
        std::cerr << label.in(language) + printable(message.in(language)) + '\n';
        return code;
    };
    try {
        return run(arguments, language);
    } catch (const UsageError& error) {
        return fail(error.message(), wrong_use);
    } catch (const Error& error) {
        return fail(error.message(), system_problem);
    } catch (const std::exception& error) {
        const std::string what = error.what();
        return fail({"lỗi bất ngờ: " + what, "unexpected: " + what}, system_problem);
    }
}

}  // namespace commsearch::program
