#pragma once

#include <string>
#include <vector>

#include "analyzers/base/message.h"

namespace commsearch::cli {

/// A command of `commsearch-index`. Each has a file of its own in this folder, a line below and a
/// row in commands.cc.
struct Command {
    std::string name;
    Message summary;  ///< one line of --help
    /// Reads the words behind the name and does it; returns an ExitCode. Throws UsageError, Error.
    int (*run)(const std::vector<std::string>& arguments, Language language);
};

int run_abbreviations(const std::vector<std::string>& arguments, Language language);
int run_build(const std::vector<std::string>& arguments, Language language);
int run_check(const std::vector<std::string>& arguments, Language language);
int run_coverage(const std::vector<std::string>& arguments, Language language);
int run_doubts(const std::vector<std::string>& arguments, Language language);
int run_figures(const std::vector<std::string>& arguments, Language language);
int run_inspect(const std::vector<std::string>& arguments, Language language);
int run_list(const std::vector<std::string>& arguments, Language language);
int run_prune(const std::vector<std::string>& arguments, Language language);
int run_rollback(const std::vector<std::string>& arguments, Language language);
int run_status(const std::vector<std::string>& arguments, Language language);

/// All commands, as --help lists them.
[[nodiscard]] std::vector<Command> commands();

}  // namespace commsearch::cli
