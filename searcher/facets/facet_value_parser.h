#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/index/open_index.h"
#include "searcher/plan/condition.h"

namespace commsearch {

/// The values (FacetTables) that a person or program names: a slug, a code, a name, "2023-Q3" …;
/// 0 for unknown_value and an empty text. Throws UsageError with what the facet has instead, for a
/// text that is none of its values.
[[nodiscard]] std::vector<std::uint64_t> facet_numbers(const OpenIndex& index, FacetKind kind,
                                                       std::string_view value);

/// The passages with that value of the facet; empty when no term of the index tells them.
[[nodiscard]] Condition facet_query(const OpenIndex& index, FacetKind kind, std::string_view value);

}  // namespace commsearch
