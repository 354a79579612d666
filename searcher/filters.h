#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/schema.h"
#include "searcher/query.h"

namespace commsearch {

/// Turns what a person names (a commune, a topic, a time …) into a query that picks its passages.
/// An empty query or nothing: the index has no such value.
class Filters {
public:
    /// Both must live longer.
    Filters(const std::vector<PlaceEntry>& places, const std::vector<TopicEntry>& topics)
        : places_(places), topics_(topics) {}

    /// A commune by name (with or without type, with or without accents), code or key; its
    /// predecessors' reports too.
    [[nodiscard]] Xapian::Query commune(std::string_view name_or_code) const;
    /// The communes so named; those that match with accents where any does.
    [[nodiscard]] std::vector<const PlaceEntry*> communes(std::string_view name_or_code) const;
    /// Number of a topic (its position plus one) by slug or label; 0: there is none.
    [[nodiscard]] std::size_t topic_number(std::string_view slug_or_label) const;
    /// A topic and those below it, by slug or label.
    [[nodiscard]] Xapian::Query topic(std::string_view slug_or_label) const;
    /// The value of a field as typed in a query.
    [[nodiscard]] std::optional<Xapian::Query> field(Field field, std::string_view text) const;

    /// Reports dated YYYYMMDD from … to, both inclusive, 0 = open; undated ones are in no range.
    [[nodiscard]] static Xapian::Query dates(std::uint32_t from, std::uint32_t to);
    /// Every passage.
    [[nodiscard]] static Xapian::Query everything();

private:
    [[nodiscard]] Xapian::Query region(std::string_view name, bool is_district) const;

    const std::vector<PlaceEntry>& places_;
    const std::vector<TopicEntry>& topics_;
};

}  // namespace commsearch
