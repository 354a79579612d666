#pragma once

// What the mains of all programs share. Only mains and their command lines include it.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/program/exit_code.h"

namespace commsearch::program {

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
/// What every main does first: standard descriptors that are closed (cron, daemons) become
/// /dev/null, UTF-8 for the libraries, writing to a closed pipe an error and no signal. Returns the arguments behind the program's name.
[[nodiscard]] std::vector<std::string> start_program(int argc, char** argv);

/// A whole main: starts, calls `run` in the language of the environment and returns its exit code.
/// What `run` throws is told on standard error behind "NAME: error: ".
[[nodiscard]] int run_program(
    const std::string& name, int argc, char** argv,
    const std::function<int(const std::vector<std::string>& arguments, Language language)>& run);

}  // namespace commsearch::program
