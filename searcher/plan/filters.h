#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/schema/schema.h"
#include "searcher/index/open_index.h"
#include "searcher/places/place_index.h"
#include "searcher/plan/condition.h"
#include "searcher/query/query.h"

namespace commsearch {

/// What a named place picks, and what a person should know of how the name was understood.
struct PlaceFilter {
    Condition query;                   ///< empty: the index has no such place
    std::vector<Notice> notices;       ///< about the whole query: their ranges are empty
    std::vector<std::string> choices;  ///< several places have the name: what to type for each
};

/// Turns what a person names (a commune, a topic, a time …) into a query that picks its passages.
/// An empty query or nothing: the index has no such value.
class Filters {
public:
    /// Of the places and topics of an index, which must live longer. Costs nothing.
    explicit Filters(const OpenIndex& index);

    /// A commune by name (PlaceIndex says how), code or key; its predecessors' reports too.
    [[nodiscard]] PlaceFilter commune(std::string_view typed) const;
    /// A district of before 2025-07, and the communes of today in its area.
    [[nodiscard]] PlaceFilter district(std::string_view typed) const;
    /// A province of either epoch: one of today finds the reports of those it took over, one of
    /// before the communes of today in its area.
    [[nodiscard]] PlaceFilter province(std::string_view typed) const;
    /// Passages that name a hamlet of their commune.
    [[nodiscard]] PlaceFilter village(std::string_view typed) const;

    /// Numbers of topics (position plus one) as for topic().
    [[nodiscard]] std::vector<std::size_t> topic_numbers(std::string_view typed) const;
    /// A topic and those below it, by slug or label; else those of which a part of the label is
    /// `typed` ("y tế" of "Y tế - dân số"), else those whose label holds its words in a row.
    [[nodiscard]] Condition topic(std::string_view typed) const;
    /// The value of a field as typed in a query, adds to `notices`; not of `number` and `title`.
    [[nodiscard]] std::optional<Condition> field(Field field, std::string_view text,
                                                 std::vector<Notice>& notices) const;

    /// Reports dated YYYYMMDD from … to, both inclusive, 0 = open; undated ones are in no range.
    [[nodiscard]] static Condition dates(std::uint32_t from, std::uint32_t to);

private:
    const PlaceIndex& places_;
    const std::vector<TopicEntry>& topics_;
};

}  // namespace commsearch
