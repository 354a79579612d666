#include "indexer/program/program.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "analyzers/base/unicode.h"

namespace commsearch {

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

std::string HelpFormatter::make_usage(const CLI::App*, std::string) const {
    return usage_.in(language_) + '\n';
}

std::string HelpFormatter::make_option(const CLI::Option* option, bool) const {
    constexpr std::size_t column = 26;
    std::string out = "  " + option->get_name(false, true);
    if (option->get_type_size() != 0) out += ' ' + option->get_type_name();
    const std::size_t used = display_width(out);
    out += used < column ? std::string(column - used, ' ') : '\n' + std::string(column, ' ');
    for (const char c : option->get_description()) {
        out += c;
        if (c == '\n') out += std::string(column, ' ');
    }
    return out + '\n';
}

}  // namespace commsearch
