#pragma once

#include <string>
#include <vector>

#include "searcher/places/place_index.h"
#include "searcher/query/query.h"

namespace commsearch {

/// Finds places among the plain words of a query. A name with its region behind a comma ("Cẩm Mỹ,
/// Đồng Nai") becomes a filter: as words it would be met by every other Cẩm Mỹ. So does a query
/// that is nothing but a place with its type ("xã Minh Sơn", "huyện Ngọc Lặc"), with a notice.
/// Beside other words a commune with its type stays words.
[[nodiscard]] ParsedQuery with_places(ParsedQuery query, const PlaceIndex& places);

/// The communes that plain words name with their type, as written: "xã Cao Ngọc".
[[nodiscard]] std::vector<std::string> communes_in_words(const ParsedQuery& query,
                                                         const PlaceIndex& places);

}  // namespace commsearch
