#pragma once

#include <string>

#include "searcher/protocol/request_reader.h"
#include "searcher/server/http/http.h"
#include "searcher/server/page/html.h"

namespace commsearch::server {

/// The state of the search page, all of it in its address: the parameters of a search. For one
/// thread.
class PageState {
public:
    /// Throws RequestError for what is no search.
    explicit PageState(const HttpRequest& request);

    /// What it asks for, with the facets and the page size of the page.
    [[nodiscard]] const SearchRequest& search() const { return search_; }
    [[nodiscard]] SearchRequest& search() { return search_; }
    /// First value of a parameter, empty without.
    [[nodiscard]] std::string value(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name, const std::string& value) const;

    /// The address of `path` with this state and changes: each leads to the first page again.
    [[nodiscard]] std::string url(const std::string& path) const;
    [[nodiscard]] std::string with(const std::string& name, const std::string& value) const;
    [[nodiscard]] std::string without(const std::string& name, const std::string& value) const;
    /// One value in place of all others of the parameter.
    [[nodiscard]] std::string replacing(const std::string& name, const std::string& value) const;
    [[nodiscard]] std::string without_filters() const;
    /// A report within this search; `passage` 0: its top.
    [[nodiscard]] std::string report_url(const std::string& id, std::uint32_t passage) const;

private:
    protocol::Parameters parameters_;  ///< without empty ones
    SearchRequest search_;
};

/// Reports on a page.
inline constexpr std::size_t page_size = 10;

/// "1.234"
[[nodiscard]] std::string shown_number(std::size_t number);

/// What every page begins with, up to the open `<main>`.
void begin_page(Html& html, const std::string& title);

/// The page as an answer.
[[nodiscard]] HttpResponse html_response(Html& html, int status = 200);

}  // namespace commsearch::server
