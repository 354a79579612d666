#pragma once

#include <string_view>

#include "analyzers/value/date.h"
#include "analyzers/value/period.h"
#include "indexer/report/fields/period_mentions.h"
#include "indexer/report/report.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {

/// The period of a mention in `year`; unknown when the year is 0.
[[nodiscard]] Period period_of(const PeriodMention& mention, int year);

/// Reads Period::text(); unknown for any other text and for years in which no paper was written
/// (is_paper_year).
[[nodiscard]] Period paper_period(std::string_view text);

/// What a report covers: the months it reports on, and those it plans for.
struct Periods {
    Period reported;
    Period planned;
};

/// Whether papers of this kind report on a period or plan for one: reports, plans, resolutions and
/// conclusions; no decision, letter or law.
[[nodiscard]] bool has_periods(DocumentType type);

/// The periods a title speaks of: the first it names is reported on, the first after that in time
/// is planned for. A year said once holds for both; when none is said, that of `date` decides. A
/// title that only plans ("Kế hoạch …", "Nhiệm vụ trọng tâm …") has no reported one. Years of what
/// the title names are none: of a cited law, of a programme, of a term that is not over.
[[nodiscard]] Periods periods_of(std::string_view title, Date date);
/// The same for a line that stands as a title.
[[nodiscard]] Periods periods_of(const Line& title, Date date);
/// Those of the title of a paper of this kind.
[[nodiscard]] Periods periods_of_title(std::string_view title, DocumentType type, Date date);

/// The first period named in `text` that begins after `reported` ends. When it names no year, it
/// has to begin within three months. Unknown when there is none.
[[nodiscard]] Period period_after(const Period& reported, LineTokens text);

}  // namespace commsearch::report
