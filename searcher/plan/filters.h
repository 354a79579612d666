#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/schema/schema.h"
#include "searcher/index/index_snapshot.h"
#include "searcher/places/place_index.h"
#include "searcher/plan/condition.h"
#include "searcher/query/query.h"

namespace commsearch::plan {

/// The passages of a named place, and how the name was understood.
struct PlaceFilter {
    Condition query;                   ///< empty: the index has no such place
    std::vector<Notice> notices;       ///< about the whole query: their ranges are empty
    std::vector<std::string> choices;  ///< several places have the name: what to type for each
};

/// Turns what a person names (a commune, a topic, a time …) into the condition that its passages
/// meet. An empty condition or nothing: the index has no such value. Any thread may use it.
class Filters {
public:
    /// `index` must live longer. Keeps two references, so it is cheap to make.
    explicit Filters(const index::IndexSnapshot& index);

    /// A commune by name (see PlaceIndex), code or key; reports of its predecessors included. Where
    /// no commune has the name, the district or province that has it.
    [[nodiscard]] PlaceFilter commune(std::string_view typed) const;
    /// The same with the commune that took it over whole, as one who names it in a question means it.
    [[nodiscard]] PlaceFilter commune_over_time(std::string_view typed) const;
    /// A district of before 2025-07, and the communes of today in its area.
    [[nodiscard]] PlaceFilter district(std::string_view typed) const;
    /// A province of either epoch. One of today includes the reports of those it took over, one of
    /// before 2025-07 those of today's communes in its area.
    [[nodiscard]] PlaceFilter province(std::string_view typed) const;
    /// Passages that name a hamlet of their commune.
    [[nodiscard]] PlaceFilter village(std::string_view typed) const;

    /// Numbers (position plus one) of the topics that topic() finds.
    [[nodiscard]] std::vector<std::size_t> topic_numbers(std::string_view typed) const;
    /// A topic and those below it, by slug or label; else those of which a part of the label is
    /// `typed` ("y tế" of "Y tế - dân số"), else those whose label holds its words in a row.
    [[nodiscard]] Condition topic(std::string_view typed) const;
    /// The passages that a filter of a query asks for; notes in `notices` how it was understood. Nothing
    /// for number, title, signer and recipient, whose values only the index has (TermClauses).
    [[nodiscard]] std::optional<Condition> field(const query::QueryNode& filter,
                                                 std::vector<Notice>& notices) const;

    /// Numbers (PlaceId) of the communes that the name stands for, without those they took over and
    /// those that took them over.
    [[nodiscard]] std::vector<std::uint32_t> commune_numbers(std::string_view typed) const;

    /// Reports dated YYYYMMDD from … to, both inclusive, 0 = open; undated ones are in no range.
    [[nodiscard]] static Condition dates(std::uint32_t from, std::uint32_t to);

    /// Papers whose reported period ends from … to, YYYYMM, both inclusive, `to` 0: open; where it
    /// is not known, those dated then.
    [[nodiscard]] static Condition reported(std::uint32_t from, std::uint32_t to);

private:
    const places::PlaceIndex& places_;
    const std::vector<schema::TopicEntry>& topics_;
};

}  // namespace commsearch::plan
