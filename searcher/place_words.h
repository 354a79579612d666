#pragma once

#include "searcher/place_index.h"
#include "searcher/query.h"

namespace commsearch {

/// Finds places among the plain words of a query. A name with its region behind a comma ("Cẩm Mỹ,
/// Đồng Nai") becomes a filter: as words it would be met by every other Cẩm Mỹ. A commune named
/// with its type ("xã Cao Ngọc") stays words.
[[nodiscard]] ParsedQuery with_places(ParsedQuery query, const PlaceIndex& places);

/// The communes that plain words name with their type, as written: "xã Cao Ngọc".
[[nodiscard]] std::vector<std::string> communes_in_words(const ParsedQuery& query,
                                                         const PlaceIndex& places);

}  // namespace commsearch
