#pragma once

#include <vector>

#include "searcher/model/answer.h"
#include "searcher/model/request.h"
#include "searcher/server/page/html.h"
#include "searcher/server/page/page_state.h"

namespace commsearch {

/// The facets that the page shows, in its order.
[[nodiscard]] std::vector<FacetRequest> page_facets();

/// Check lists with counts, each in a `<details>`; they belong to the form "search".
void write_facets(Html& html, const PageState& state, const SearchResult& result);

/// Bars of years, or of the months of the one year that is chosen; each is a link that chooses it.
void write_histogram(Html& html, const PageState& state, const SearchResult& result);

/// What is chosen, each with a link that takes it back.
void write_chips(Html& html, const PageState& state, const SearchResult& result);

}  // namespace commsearch
