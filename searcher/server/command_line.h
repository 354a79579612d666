#pragma once

#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "searcher/server/http/http_server.h"

namespace commsearch::server {

/// What the command line of `commsearch-server` asks for.
struct ServerCommandLine {
    std::string instead;  ///< text of --help or --version, to be shown instead of serving
    std::string index;    ///< folder, empty when not given
    HttpLimits limits;
    std::vector<std::string> cors_origins;
    bool tells_requests = true;  ///< in the log
};

/// Reads the arguments after the name of the program. Throws UsageError when they are wrong use.
[[nodiscard]] ServerCommandLine parse_server_command_line(const std::vector<std::string>& arguments,
                                                          Language language);

}  // namespace commsearch::server
