#pragma once

// What our command lines change about CLI11. Only they include it: it takes long to compile.

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>
#include <utility>

#include "analyzers/base/message.h"

namespace commsearch::program {

/// Lets `option` take numbers from `min` to `max` only: reading any other value throws UsageError.
/// Unlike CLI::Range it adds nothing to the help.
void accept_numbers(CLI::Option& option, std::size_t min, std::size_t max);

/// CLI11's help in the language of the reader, its columns counted as a terminal does.
/// For one thread.
class HelpFormatter : public CLI::Formatter {
public:
    /// `usage` is the line that shows how the program is called.
    HelpFormatter(Language language, Message usage)
        : language_(language), usage_(std::move(usage)) {}

    std::string make_usage(const CLI::App* app, std::string name) const override;
    std::string make_option(const CLI::Option* option, bool is_positional) const override;

private:
    Language language_;
    Message usage_;
};

}  // namespace commsearch::program
