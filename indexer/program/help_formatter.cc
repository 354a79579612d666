#include "indexer/program/help_formatter.h"

#include "analyzers/base/unicode.h"
#include "indexer/program/program.h"

namespace commsearch::program {

void accept_numbers(CLI::Option& option, std::size_t min, std::size_t max) {
    option.check([name = option.get_name(), min, max](const std::string& typed) -> std::string {
        if (number_between(typed, min, max)) return {};
        throw UsageError(needs_number(name, typed, min, max));
    });
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

}  // namespace commsearch::program
