#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "searcher/model/request.h"

namespace commsearch::protocol {

/// Bytes of one request at most.
inline constexpr std::size_t max_request_bytes = 64U << 10U;
/// Searches in one request at most.
inline constexpr std::size_t max_queries = 16;

/// A request object of the JSON protocol, version 1 (docs/json.md, searcher/protocol/schema/).
struct ProtocolRequest {
    std::vector<SearchRequest> queries;  ///< one, or those of "queries"
    bool is_batch = false;
    std::optional<Language> language;
    std::string id_json;  ///< "id" as JSON, to be given back; empty when there was none
};

/// Reads a request object. Throws RequestError with a JSON pointer for what is no JSON, nested too
/// deep, of an unknown key, a wrong type or a value out of bounds. Names of places and sections are
/// checked by the search.
[[nodiscard]] ProtocolRequest read_request(std::string_view json);

/// Parameters of a URL, decoded, in their order.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// Whether read_parameters knows a parameter of this name.
[[nodiscard]] bool is_parameter(std::string_view name);

/// The same request from parameters: q, from, to, limit, offset, cursor, sort, passages, fold,
/// excerpt, highlight, neighbours, explain, exact, lang; facet=NAME (again and again, "all" for all
/// of them); commune=… and so on for each facet that is chosen of. Throws RequestError whose
/// pointer is
/// "/" and the parameter.
[[nodiscard]] ProtocolRequest read_parameters(const Parameters& parameters);

}  // namespace commsearch::protocol
