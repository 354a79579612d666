#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "searcher/model/request.h"

namespace commsearch::cli {

/// What the command line of `commsearch` asks for.
struct CommandLine {
    enum class Color : std::uint8_t { automatic, always, never };
    std::string instead;    ///< text of --help or --version, to be shown instead of a search
    std::string index;      ///< folder, empty when not given
    SearchRequest request;  ///< checked, but for the names of communes and sections
    bool json = false;
    bool ndjson = false;       ///< answer requests from standard input, one a line
    std::string request_file;  ///< a request object to answer, "-" standard input; then as json
    std::string schema;        ///< "request" or "answer": print that JSON schema instead
    Color color = Color::automatic;
};

/// Reads the arguments after the name of the program. Throws UsageError when they are wrong use.
/// Options may stand between the words of the query; after "--" everything is query.
[[nodiscard]] CommandLine parse_command_line(const std::vector<std::string>& arguments,
                                             Language language);

/// Whether --json is asked for, for telling an error of a command line that cannot be read.
[[nodiscard]] bool asks_for_json(const std::vector<std::string>& arguments);

}  // namespace commsearch::cli
