#pragma once

#include <string>

#include "analyzers/message.h"
#include "searcher/result.h"

namespace commsearch {

/// The answer as one JSON object, "version": 1, UTF-8, without a line end. Unknown values are null
/// or left out as docs/json.md says. Never throws: ill-formed UTF-8 is replaced.
[[nodiscard]] std::string render_json(const SearchResult& result, Language language);

/// An error as one JSON object, "version": 1.
[[nodiscard]] std::string render_json_error(const Message& message, int exit_code,
                                            Language language);

}  // namespace commsearch
