#pragma once

#include "indexer/gazetteer.h"
#include "indexer/report.h"
#include "indexer/sections.h"

namespace commsearch {

/// Bounds of a passage, in words (runs without blanks). A passage ends at a heading, or at a line
/// end once it has `min_words`, or within a line at a sentence end before `max_words`.
inline constexpr std::size_t passage_min_words = 60;
inline constexpr std::size_t passage_max_words = 180;

/// Understands one report: header, number, issuer, commune, dates, periods, heading tree, passages.
/// Never throws on any text; what is not found stays empty. Boilerplate of portals, a body that
/// stands twice, the signature block and the recipients give no passages. Rules of form: NĐ
/// 30/2020/NĐ-CP, HD 36-HD/VPTW; each irregularity met in real reports is a row of the test's
/// table.
[[nodiscard]] Report parse_report(const RawDocument& document, const Gazetteer& gazetteer,
                                  const Taxonomy& taxonomy);

}  // namespace commsearch
