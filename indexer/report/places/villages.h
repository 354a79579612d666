#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// "thôn Mỹ Yên", "Ấp 4"
[[nodiscard]] std::string full_name(const Village& village);

/// The hamlets of `commune` that the lines name together with their type, in the order of first
/// mention: "thôn Mỹ Yên", "Ấp 4". Names that follow such a one in an enumeration count as well:
/// "thôn Mỹ Yên, Mỹ Phú và Mỹ Hà". Lines in capitals do not show where a name ends and are skipped.
[[nodiscard]] std::vector<Village> villages_named(const std::vector<Line>& lines,
                                                  const Commune& commune);

/// Those of `villages` that `text` names. The name alone is enough, but a number ("5") only counts
/// with the type before it ("thôn 5").
[[nodiscard]] std::vector<const Village*> villages_in(std::string_view text,
                                                      const std::vector<Village>& villages);

}  // namespace commsearch::report
