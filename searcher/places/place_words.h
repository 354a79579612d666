#pragma once

#include <string>
#include <vector>

#include "searcher/places/place_index.h"
#include "searcher/query/query.h"

namespace commsearch::places {

/// The query with places among its plain words made filters: a name with its region behind a comma
/// ("Cẩm Mỹ, Đồng Nai"), which as words would match every other Cẩm Mỹ; and a query that is nothing
/// but a place with its type ("xã Minh Sơn", "huyện Ngọc Lặc"), with a notice. Beside other words a
/// commune with its type stays words.
[[nodiscard]] query::ParsedQuery with_places(query::ParsedQuery query, const PlaceIndex& places);

/// The communes that plain words name with their type, as written: "xã Cao Ngọc".
[[nodiscard]] std::vector<std::string> communes_in_words(const query::ParsedQuery& query,
                                                         const PlaceIndex& places);

}  // namespace commsearch::places
