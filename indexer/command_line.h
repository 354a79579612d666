#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyzers/message.h"

namespace commsearch {

/// What the command line of `commsearch-index` asks for.
struct IndexCommand {
    enum class Task { build, abbreviations };
    Task task = Task::build;
    std::string instead;              ///< text of --help or --version, to be shown instead
    std::vector<std::string> corpus;  ///< folders
    std::string index;                ///< folder, empty when not given
    std::size_t jobs = 0;             ///< threads, 1-64; 0 when not given
    bool quiet = false;               ///< no progress
    std::string abbreviations;        ///< file of a local table, empty when not given
    bool json = false;                ///< abbreviations: as JSON
};

/// Most threads a build may be given.
inline constexpr std::size_t max_jobs = 64;

/// Reads the arguments after the name of the program. Throws UsageError when they are wrong use.
[[nodiscard]] IndexCommand parse_index_command(const std::vector<std::string>& arguments,
                                               Language language);

}  // namespace commsearch
