#pragma once

// What the mains of all programs share. Only mains and their command lines include it.

#include <CLI/CLI.hpp>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"

namespace commsearch {

/// How a program ends.
enum ExitCode : int {
    success = 0,         ///< found, or everything done
    partial = 1,         ///< nothing found, or some files skipped
    wrong_use = 2,       ///< the command line, or a name in it
    system_problem = 3,  ///< the index, the disk, the system
};

/// Value of an environment variable, empty when it is not set.
[[nodiscard]] std::string environment(const char* name);

/// By the first of LC_ALL, LC_MESSAGES and LANG that is set.
[[nodiscard]] Language language_of_environment();

/// Writes all of `text` to standard output. A reader that has seen enough (`| head`) is no error;
/// any other failure throws Error.
void print(std::string_view text);

/// The whole of `typed` as a number from `min` to `max`; nothing when it is anything else.
[[nodiscard]] std::optional<std::size_t> number_between(std::string_view typed, std::size_t min,
                                                        std::size_t max);
/// Why `option` will not take `typed`.
[[nodiscard]] Message needs_number(const std::string& option, std::string_view typed,
                                   std::size_t min, std::size_t max);
/// Lets `option` take numbers from `min` to `max` only: reading any other value throws UsageError.
/// Unlike CLI::Range it adds nothing to the help.
void accept_numbers(CLI::Option& option, std::size_t min, std::size_t max);

/// What every main does first: UTF-8 for the libraries, writing to a closed pipe an error and no
/// signal. Returns the arguments behind the program's name.
[[nodiscard]] std::vector<std::string> start_program(int argc, char** argv);

/// A whole main: starts, calls `run` in the language of the environment and returns its exit code.
/// What `run` throws is told on standard error behind "NAME: error: ".
[[nodiscard]] int run_program(
    const std::string& name, int argc, char** argv,
    const std::function<int(const std::vector<std::string>& arguments, Language language)>& run);

/// CLI11's help in the language of the reader, its columns counted as a terminal does.
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

}  // namespace commsearch
