#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/report/report.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::review {

/// Something a clerk should look at in a report.
struct Doubt {
    std::string code;        ///< stable, for programs: one of doubt_codes()
    std::uint32_t line = 0;  ///< 1-based line of the document's text; 0 when about the whole
    Message message;
    bool operator==(const Doubt&) const = default;
};

/// Every code: no-text, no-date, partial-date, no-commune, ambiguous-commune, repaired-encoding,
/// broken-spaces, ocr-noise, unread-page. Each is worth a clerk's time: whoever looks can mend the
/// file, or say in metadata.tsv what is right.
[[nodiscard]] std::vector<std::string> doubt_codes();

/// From this share of words that are no Vietnamese syllables on, a text looks like a bad scan.
inline constexpr double max_invalid_share = 0.08;

/// What is doubtful in a report as it was understood; `report` is parse_report of `document`. By
/// line, those about the whole first. Linear.
[[nodiscard]] std::vector<Doubt> doubts_of(const source::RawDocument& document,
                                           const report::Report& report);

}  // namespace commsearch::review
