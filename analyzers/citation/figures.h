#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analyzers/citation/citations.h"

namespace commsearch::citation {

/// The shares and percentages of a text and its words, in order, as one term each with canonical
/// numbers: "19/19", "692,89/680"; "98,5 %" for "98.5%", "98,5 %" and "98,5 phần trăm". None inside
/// `citations`, those of the same text, but in a query 2/9 may be the day and the share. A month and its
/// year ("6/2024") are no share. Linear.
[[nodiscard]] std::vector<Citation> find_figures(std::string_view nfc_text,
                                                 std::span<const word::TextWord> words,
                                                 std::span<const Citation> citations,
                                                 bool is_query);

/// Behind the number of a percentage in its term.
inline constexpr std::string_view percent_sign = " %";

}  // namespace commsearch::citation
