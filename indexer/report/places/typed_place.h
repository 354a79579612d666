#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// A place with its type, within the tokens of a body.
struct TypedPlace {
    std::string type;
    Level level = Level::unknown;
    std::size_t begin = 0;  ///< token of the type
    LineTokens name;
    bool is_party = false;  ///< "huyện ủy", "tỉnh ủy"
};

/// The places with a type from the token `from` on: "xã Cẩm Mỹ", "TỈNH HÀ TĨNH", "Huyện ủy Cẩm
/// Xuyên". A name ends where the next type begins, at a mark, or with its fifth word; it is empty
/// where nothing follows the type. "xã hội" is none.
[[nodiscard]] std::vector<TypedPlace> places_in(LineTokens tokens, std::size_t from);

}  // namespace commsearch::report
