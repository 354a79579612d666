#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/index/index_reader.h"
#include "searcher/model/answer.h"

namespace commsearch::facets {

// What the values of facets are called. Each function tells of a number (FacetRow::numbers), never
// 0, the value, label, parent and epoch and leaves the rest; nothing for a number that the index
// does not have.

[[nodiscard]] FacetValue describe_commune(const index::IndexReader& index, std::uint64_t number);
/// A district or a province.
[[nodiscard]] FacetValue describe_region(const index::IndexReader& index, std::uint64_t number);
[[nodiscard]] FacetValue describe_year(const index::IndexReader& index, std::uint64_t year);
[[nodiscard]] FacetValue describe_quarter(const index::IndexReader& index, std::uint64_t quarter);
[[nodiscard]] FacetValue describe_month(const index::IndexReader& index, std::uint64_t month);
[[nodiscard]] FacetValue describe_period(const index::IndexReader& index, std::uint64_t number);
[[nodiscard]] FacetValue describe_topic(const index::IndexReader& index, std::uint64_t number);
/// Reads the label from the index.
[[nodiscard]] FacetValue describe_heading(const index::IndexReader& index, std::uint64_t number);
[[nodiscard]] FacetValue describe_issuer(const index::IndexReader& index, std::uint64_t number);
[[nodiscard]] FacetValue describe_type(const index::IndexReader& index, std::uint64_t number);
[[nodiscard]] FacetValue describe_plan_or_result(const index::IndexReader& index,
                                                 std::uint64_t number);
[[nodiscard]] FacetValue describe_level(const index::IndexReader& index, std::uint64_t number);

/// "Báo cáo" of "bao-cao"; empty for any other text.
[[nodiscard]] std::string type_label(std::string_view slug);
/// "Cấp huyện" of "huyen"; empty for any other text.
[[nodiscard]] std::string level_label(std::string_view slug);

}  // namespace commsearch::facets
