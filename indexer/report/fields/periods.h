#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/report/fields/period_mentions.h"
#include "indexer/report/report.h"

namespace commsearch {

/// The period of a mention in `year`; empty when the year is 0.
[[nodiscard]] Period period_of(const PeriodMention& mention, std::int32_t year);

/// "2023-11", "2023-Q3", "2023-H1", "2023-M09", "2023", "2023-10/2023-12" -> its months; empty when
/// it is none of these.
[[nodiscard]] Period period_of_text(std::string_view text);

struct Periods {
    Period reported;
    Period planned;
};

/// The periods a title speaks of: the first it names is reported on, the first after that in time
/// is planned for. A year said once holds for both; when none is said, that of `date` (YYYYMMDD or
/// 0) decides. A title that only plans ("Kế hoạch …", "Nhiệm vụ trọng tâm …") has no reported one.
[[nodiscard]] Periods periods_of(std::string_view title, std::int32_t date);

/// The first span `text` names that begins after `reported` ends; where no year is said
/// it must begin within three months. Empty when there is none.
[[nodiscard]] Period period_after(const Period& reported, std::string_view text);

}  // namespace commsearch
