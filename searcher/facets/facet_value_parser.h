#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/index/index_reader.h"
#include "searcher/plan/condition.h"

namespace commsearch::facets {

struct FacetRow;

/// The numbers (FacetRow::numbers) that a person or program names: a slug, a code, a name,
/// "2023-Q3" …; 0 for unknown_value and an empty text. Throws UsageError with what the facet has
/// instead, for a text that is none of its values.
[[nodiscard]] std::vector<std::uint64_t> parse_facet_value(const index::IndexReader& index,
                                                           const FacetRow& row,
                                                           std::string_view typed);

/// The passages with that value of the facet; empty when no term of the index tells them. `typed`
/// is one that parse_facet_value accepts.
[[nodiscard]] plan::Condition passages_of_value(const index::IndexReader& index,
                                                const FacetRow& row, std::string_view typed);

// FacetRow::parse of each facet.

/// By code, key or name, perhaps with its district and province behind it; the name of a district
/// or province stands for its communes.
[[nodiscard]] std::vector<std::uint64_t> parse_commune(const index::IndexReader& index,
                                                       const FacetRow& row, std::string_view typed);
/// A district or a province, by key or by name with or without "Huyện", accents as typed.
[[nodiscard]] std::vector<std::uint64_t> parse_region(const index::IndexReader& index,
                                                      const FacetRow& row, std::string_view typed);
[[nodiscard]] std::vector<std::uint64_t> parse_year(const index::IndexReader& index,
                                                    const FacetRow& row, std::string_view typed);
[[nodiscard]] std::vector<std::uint64_t> parse_quarter(const index::IndexReader& index,
                                                       const FacetRow& row, std::string_view typed);
[[nodiscard]] std::vector<std::uint64_t> parse_month(const index::IndexReader& index,
                                                     const FacetRow& row, std::string_view typed);
/// "2023-10", "2023-Q3", "2023-H1", "2023-M09", "2023", "2023-10/2023-12".
[[nodiscard]] std::vector<std::uint64_t> parse_period(const index::IndexReader& index,
                                                      const FacetRow& row, std::string_view typed);
/// By slug, or by label or a part of it.
[[nodiscard]] std::vector<std::uint64_t> parse_topic(const index::IndexReader& index,
                                                     const FacetRow& row, std::string_view typed);
/// Any text is a heading; accents and case aside.
[[nodiscard]] std::vector<std::uint64_t> parse_heading(const index::IndexReader& index,
                                                       const FacetRow& row, std::string_view typed);
/// By slug, or as people call it: "Đảng ủy".
[[nodiscard]] std::vector<std::uint64_t> parse_issuer(const index::IndexReader& index,
                                                      const FacetRow& row, std::string_view typed);
[[nodiscard]] std::vector<std::uint64_t> parse_type(const index::IndexReader& index,
                                                    const FacetRow& row, std::string_view typed);
[[nodiscard]] std::vector<std::uint64_t> parse_plan_or_result(const index::IndexReader& index,
                                                              const FacetRow& row,
                                                              std::string_view typed);
/// By slug, or as people call it: "tỉnh", "trung ương".
[[nodiscard]] std::vector<std::uint64_t> parse_level(const index::IndexReader& index,
                                                     const FacetRow& row, std::string_view typed);

// FacetRow::passages of those that have terms of their own.

[[nodiscard]] plan::Condition passages_of_commune(const index::IndexReader& index,
                                                  const FacetRow& row, std::string_view typed);
/// Of a year, quarter or month: the reports whose period ends within it (Filters::reported).
[[nodiscard]] plan::Condition passages_of_months(const index::IndexReader& index,
                                                const FacetRow& row, std::string_view typed);
[[nodiscard]] plan::Condition passages_of_topic(const index::IndexReader& index,
                                                const FacetRow& row, std::string_view typed);
[[nodiscard]] plan::Condition passages_of_issuer(const index::IndexReader& index,
                                                 const FacetRow& row, std::string_view typed);
[[nodiscard]] plan::Condition passages_of_type(const index::IndexReader& index, const FacetRow& row,
                                               std::string_view typed);
[[nodiscard]] plan::Condition passages_of_level(const index::IndexReader& index,
                                                const FacetRow& row, std::string_view typed);

}  // namespace commsearch::facets
