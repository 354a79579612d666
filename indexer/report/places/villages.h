#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"

namespace commsearch {

/// "thôn Mỹ Yên", "Ấp 4"
[[nodiscard]] std::string full_name(const Village& village);

/// The hamlets that the lines name with their type, in the order of first mention: "thôn Mỹ Yên",
/// "Ấp 4", and those counted up behind one: "thôn Mỹ Yên, Mỹ Phú và Mỹ Hà". `commune` is none of
/// them ("xã Bản Liền" has no bản Liền by that). Lines in capitals show no names and are left out.
[[nodiscard]] std::vector<Village> villages_named(const std::vector<Line>& lines,
                                                  const Commune& commune);

/// Those of `villages` that `text` names, with or without their type; numbered ones with it only.
[[nodiscard]] std::vector<const Village*> villages_in(std::string_view text,
                                                      const std::vector<Village>& villages);

}  // namespace commsearch
