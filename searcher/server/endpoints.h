#pragma once

#include "analyzers/base/message.h"
#include "searcher/searcher.h"
#include "searcher/server/http/http.h"

namespace commsearch::server {

// The endpoints of programs, which answer from a generation. What they throw is told as a JSON
// error.

/// GET and POST /search
[[nodiscard]] HttpResponse search_endpoint(const HttpRequest& request, const Searcher& searcher);
/// GET /facets/{name}: the values of one facet; limit, order and find beside the parameters of a
/// search.
[[nodiscard]] HttpResponse facet_endpoint(const HttpRequest& request, const Searcher& searcher,
                                          const std::string& name);
/// GET /reports/{id} and /passages/{id}; q marks hits.
[[nodiscard]] HttpResponse report_endpoint(const HttpRequest& request, const Searcher& searcher,
                                           const std::string& id);
[[nodiscard]] HttpResponse passage_endpoint(const HttpRequest& request, const Searcher& searcher,
                                            const std::string& id);
/// GET /suggest?q=
[[nodiscard]] HttpResponse suggest_endpoint(const HttpRequest& request, const Searcher& searcher);
/// GET /schema, /schema/request, /schema/answer
[[nodiscard]] HttpResponse schema_endpoint(const std::string& name);

}  // namespace commsearch::server
