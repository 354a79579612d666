#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/value/date.h"
#include "analyzers/value/period.h"
#include "analyzers/value/place_id.h"
#include "indexer/report/report.h"

namespace commsearch::review {

/// A commune's report as the index has it.
struct FiledReport {
    std::string path;
    PlaceId commune;     ///< unknown when it could not be told
    std::string issuer;  ///< slug of schema::issuer_kinds
    Period period;       ///< reported on; unknown when the paper does not say
    Date date;           ///< signed, else posted
};

/// What became of one report that was to be filed. Programs read the names of filing_name().
enum class Filing : std::uint8_t {
    none,     ///< there is no such commune in that period
    filed,    ///< in time, or nothing says when
    late,     ///< signed after the period's last day and the days allowed
    pending,  ///< not there, and those days are not over
    missing,
};

/// "filed", "late", "pending", "missing"; empty for none.
[[nodiscard]] std::string_view filing_name(Filing filing);

/// One commune and issuer in one period.
struct CoverageCell {
    Filing filing = Filing::none;
    FiledReport report;       ///< when filed or late
    int days = 0;             ///< from the period's last day to its date, which has to be whole
    std::size_t reports = 0;  ///< that could stand here
};

struct CoverageRow {
    report::Commune commune;
    std::string issuer;
    std::vector<CoverageCell> cells;  ///< as Coverage::periods
};

/// Who was to file, when, and by when.
struct CoverageQuestion {
    std::vector<Period> periods;            ///< known, ascending
    std::vector<report::Commune> communes;  ///< each is asked in the periods of its own epoch
    std::vector<std::string> issuers;       ///< slugs; each commune has each of them
    int late_days = 10;
    Date today;
};

/// A grid: communes and their issuers by periods.
struct Coverage {
    std::vector<Period> periods;
    /// By issuer, then as the question has the communes; none without a cell.
    std::vector<CoverageRow> rows;
    /// Reports of the asked communes and issuers that do not say what period they report on.
    std::size_t without_period = 0;
    /// Reports of the asked periods and issuers of which no commune is known.
    std::size_t without_commune = 0;

    [[nodiscard]] std::size_t count(Filing filing) const;
};

/// The epoch whose communes file for a period: that of its last day.
[[nodiscard]] Epoch epoch_of(const Period& period);

/// Whether a report on `reported` does for `asked`: on the same months, or on more of that year
/// that end with it, since a commune writes one report on June and the first six months, on
/// September and nine, on December and the year.
[[nodiscard]] bool stands_for(const Period& reported, const Period& asked);

/// Those of the bodies that every commune has one of (Party committee, UBND, HĐND, Front) that any of
/// the reports is of: slugs, in the order of schema::issuer_kinds.
[[nodiscard]] std::vector<std::string> issuers_of(const std::vector<FiledReport>& reports);

/// The first and the last month with which a period ends that a report of those issuers tells of;
/// terms of several years aside. Unknown when there is none.
struct MonthRange {
    Month first;
    Month last;
};
[[nodiscard]] MonthRange reported_months(const std::vector<FiledReport>& reports,
                                         const std::vector<std::string>& issuers);

/// Of several reports the one on just that period is taken, else the one on the least more; then the
/// one signed first. A report of a commune of another epoch is shown in its row, but not asked for.
[[nodiscard]] Coverage coverage_of(const std::vector<FiledReport>& reports,
                                   const CoverageQuestion& question);

}  // namespace commsearch::review
