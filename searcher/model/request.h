#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/model/facet_kind.h"

namespace commsearch {

/// The value that asks for what is not known, where null cannot be written.
inline constexpr std::string_view unknown_value = "khong-ro";

/// A choice: only what has one of these values of the facet.
struct FacetChoice {
    FacetKind kind = FacetKind::commune;
    /// As FacetValue::value, or a name; an empty one and unknown_value ask for what is not known.
    std::vector<std::string> values;
    bool operator==(const FacetChoice&) const = default;
};

/// A facet that a request wants counted, and which of its values in which order.
struct FacetRequest {
    enum class Sort : std::uint8_t {
        natural,  ///< times newest first, everything else as `count`
        count,    ///< most reports first, then by label
        label,    ///< accents aside
        value,
    };
    FacetKind kind = FacetKind::commune;
    std::size_t limit = 100;  ///< values; chosen ones come beside them
    Sort sort = Sort::natural;
    /// Only values whose label has words that begin so, accents aside, and the chosen ones.
    std::string search = {};
    bool operator==(const FacetRequest&) const = default;
};

/// One search. The command line, the JSON protocol and the server all fill this same struct.
struct SearchRequest {
    enum class Sort : std::uint8_t { relevance, date, oldest };
    std::string query;       ///< as typed, any bytes
    std::size_t limit = 10;  ///< reports on a page, 0-1000 (0: facets and totals only)
    std::size_t offset = 0;  ///< reports before the page
    std::string cursor;      ///< instead of offset: SearchResult::next_cursor of the page before
    std::size_t passages_per_report = 3;
    std::size_t excerpt_bytes = 360;  ///< about; three to four lines of a terminal
    bool highlight = true;            ///< mark hits in excerpts
    bool neighbours = false;          ///< give the passages before and behind each hit too
    /// A passage has to meet every one.
    std::vector<FacetChoice> choices;
    std::int32_t from = 0;  ///< YYYYMMDD, inclusive; 0 = open
    std::int32_t to = 0;
    std::vector<FacetRequest> facets = {
        {FacetKind::commune}, {FacetKind::year}, {FacetKind::month}, {FacetKind::topic}};
    Sort sort = Sort::relevance;
    bool fold_similar = true;  ///< by relevance: show reports that say nearly the same once
    bool literal = false;      ///< no word is read as a place, a time or the frame of a question
    std::int32_t today = 0;    ///< YYYYMMDD, what "năm ngoái" counts from; 0 = by the clock
    bool exact = false;        ///< every word as if written with '='
    /// When the search gives up by throwing TimeLimit; never by default.
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    bool explain = false;  ///< fill PassageHit::shares
};

}  // namespace commsearch
