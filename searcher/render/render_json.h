#pragma once

#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "searcher/model/answer.h"

namespace commsearch::render {

/// The answer as one JSON object, "version": 1, UTF-8, without a line end. Unknown values are null
/// or left out as docs/json.md says. Never throws: ill-formed UTF-8 is replaced.
[[nodiscard]] std::string render_json(const SearchResult& result, Language language);

/// Several answers, already rendered, as one JSON object.
[[nodiscard]] std::string render_json_batch(const std::vector<std::string>& answers);

/// A report, or one passage of it, as an object that names the generation.
[[nodiscard]] std::string render_json_report(const ReportHit& report, const std::string& generation,
                                             Language language);

/// One facet of an answer by itself.
[[nodiscard]] std::string render_json_facet(const SearchResult& result, const Facet& facet);

[[nodiscard]] std::string render_json_suggestions(const std::string& query,
                                                  const std::vector<Completion>& completions,
                                                  const std::string& generation);

/// What went wrong, for programs.
struct ErrorReport {
    Message message;
    int exit_code = 0;
    std::string code;     ///< "unknown-key" …
    std::string pointer;  ///< JSON pointer into the request, may be empty
};

/// An error as one JSON object, "version": 1.
[[nodiscard]] std::string render_json_error(const ErrorReport& error, Language language);

/// The JSON object with "id" as its first key. `id_json` is JSON; when empty, nothing is added.
[[nodiscard]] std::string with_id(std::string object, const std::string& id_json);

}  // namespace commsearch::render
