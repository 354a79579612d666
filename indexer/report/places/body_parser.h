#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/report/fields/issuers.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/report/places/places.h"
#include "indexer/report/report.h"

namespace commsearch::report {

/// What one body of a letterhead says.
struct ParsedBody {
    const Body* body = nullptr;
    Issuer kind = Issuer::other;
    Level level = Level::unknown;
    std::string name;
    std::string place_words;
    Commune region;
    std::optional<NamedPlace> commune;
    bool has_own_words = false;  ///< behind the words of the dictionary
    bool is_typed =
        false;  ///< it says what its place is, though perhaps not which: "THANH TRA TỈNH"

    [[nodiscard]] bool has_place() const {
        return commune.has_value() || !region.province.empty() || !region.district.empty();
    }
};

/// "Tỉnh ủy", "Thành ủy", "Thị ủy": the committee of the Party in such a place.
[[nodiscard]] std::string party_body_of(std::string_view type);

/// Reads one body of a letterhead, as written; `above` is the one above it, or null: of several
/// districts of one name that of its province counts. Nothing for a body that only speaks for the
/// one above it ("BAN THƯỜNG TRỰC").
[[nodiscard]] std::optional<ParsedBody> parse_body(std::string_view text, const ParsedBody* above,
                                                   Date date, const Gazetteer& gazetteer);

}  // namespace commsearch::report
