#pragma once

// How the command line of `commsearch` is taken apart; included by files of this folder only.

#include <string>
#include <vector>

#include "analyzers/base/message.h"

namespace CLI {
class App;
}

namespace commsearch::cli {

/// The options as typed, not yet checked.
struct RawOptions {
    std::string index, limit, offset, from, to, period, sort, color;
    std::vector<std::string> communes, districts, provinces, levels, issuers, topics;
    std::string request_file, schema;
    bool exact = false, literal = false, explain = false, json = false, ndjson = false;
};

/// The help in that language, and every option with the member of `raw` that it fills.
void add_search_options(CLI::App& app, RawOptions& raw, Language language);

}  // namespace commsearch::cli
