#pragma once

#include <string>

#include "searcher/searcher.h"
#include "searcher/server/http/http.h"

namespace commsearch::server {

// The page, in Vietnamese. The server writes all of it, so it works without JavaScript; app.js only
// saves loading whole pages, completes queries and searches inside facets.

/// GET /: search box, filters, results.
[[nodiscard]] HttpResponse search_page(const HttpRequest& request, const Searcher& searcher);
/// GET /bao-cao?id=…: a report with its hits marked, and the way back to the search.
[[nodiscard]] HttpResponse report_page(const HttpRequest& request, const Searcher& searcher);

/// A page that says what went wrong, with the search box.
[[nodiscard]] HttpResponse error_page(int status, const std::string& message,
                                      const std::string& query);

/// GET /xuat.csv, /xuat.txt: the results of a search, at most a thousand reports.
[[nodiscard]] HttpResponse csv_export(const HttpRequest& request, const Searcher& searcher);
[[nodiscard]] HttpResponse text_export(const HttpRequest& request, const Searcher& searcher);

/// GET /static/{name}: what the page loads. Its address holds the version of its content.
[[nodiscard]] HttpResponse static_file(const HttpRequest& request, const std::string& name);
[[nodiscard]] std::string static_url(const std::string& name);

}  // namespace commsearch::server
