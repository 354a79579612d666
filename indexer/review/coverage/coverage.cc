#include "indexer/review/coverage/coverage.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <tuple>
#include <utility>

namespace commsearch::review {
namespace {

std::chrono::sys_days day_of(Date date) {
    return std::chrono::year(date.year()) /
           std::chrono::month(static_cast<unsigned>(date.month().month_of_year())) /
           std::chrono::day(static_cast<unsigned>(date.day_of_month()));
}

/// Both have to be whole.
int days_between(Date first, Date second) {
    return static_cast<int>((day_of(second) - day_of(first)).count());
}

/// Smaller is better.
auto worth(const FiledReport& report, const Period& asked) {
    const Date day = report.date.is_known() ? report.date.first_day() : Date(9999, 12, 31);
    return std::tuple(asked.first.months_since(report.period.first), day,
                      std::string_view(report.path));
}

using Reports = std::vector<const FiledReport*>;

CoverageCell cell_of(const Reports& reports, const Period& period, bool is_asked,
                     const CoverageQuestion& question) {
    CoverageCell cell;
    const FiledReport* best = nullptr;
    for (const FiledReport* report : reports) {
        if (!stands_for(report->period, period)) continue;
        ++cell.reports;
        if (best == nullptr || worth(*report, period) < worth(*best, period)) best = report;
    }
    const Date end = period.last.last_day();
    if (best != nullptr) {
        cell.report = *best;
        // Of a date without its day the first it can be: nobody is called late on a guess.
        if (best->date.is_known()) cell.days = days_between(end, best->date.first_day());
        cell.filing = cell.days > question.late_days ? Filing::late : Filing::filed;
    } else if (is_asked) {
        const bool is_over =
            question.today.is_whole() && days_between(end, question.today) > question.late_days;
        cell.filing = is_over ? Filing::missing : Filing::pending;
    }
    return cell;
}

std::vector<CoverageCell> cells_of(const Reports& reports, Epoch epoch,
                                   const CoverageQuestion& question) {
    std::vector<CoverageCell> cells;
    for (const Period& period : question.periods)
        cells.push_back(cell_of(reports, period, epoch_of(period) == epoch, question));
    return cells;
}

bool is_empty(const CoverageRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const CoverageCell& cell) { return cell.filing == Filing::none; });
}

/// How many stand for any of the periods.
std::size_t asked_among(const Reports& reports, const std::vector<Period>& periods) {
    const auto is_asked = [&](const FiledReport* report) {
        return std::any_of(periods.begin(), periods.end(),
                           [&](const Period& asked) { return stands_for(report->period, asked); });
    };
    return static_cast<std::size_t>(std::count_if(reports.begin(), reports.end(), is_asked));
}

std::size_t without_period_among(const Reports& reports) {
    const auto names_none = [](const FiledReport* report) { return !report->period.is_known(); };
    return static_cast<std::size_t>(std::count_if(reports.begin(), reports.end(), names_none));
}

}  // namespace

std::string_view filing_name(Filing filing) {
    switch (filing) {
        case Filing::none:
            return "";
        case Filing::filed:
            return "filed";
        case Filing::late:
            return "late";
        case Filing::pending:
            return "pending";
        case Filing::missing:
            return "missing";
    }
    return "";
}

std::size_t Coverage::count(Filing filing) const {
    std::size_t found = 0;
    for (const CoverageRow& row : rows) {
        for (const CoverageCell& cell : row.cells) found += cell.filing == filing ? 1 : 0;
    }
    return found;
}

Epoch epoch_of(const Period& period) { return commsearch::epoch_of(period.last.last_day()); }

bool stands_for(const Period& reported, const Period& asked) {
    return reported.is_known() && asked.is_known() && reported.last == asked.last &&
           reported.first <= asked.first &&
           (reported.first == asked.first || reported.first.year() == asked.last.year());
}

std::vector<std::string> issuers_of(const std::vector<FiledReport>& reports) {
    std::vector<std::string> issuers;
    for (const std::string_view slug : {"dang-uy", "ubnd", "hdnd", "mttq"}) {
        const bool is_there =
            std::any_of(reports.begin(), reports.end(),
                        [&](const FiledReport& report) { return report.issuer == slug; });
        if (is_there) issuers.emplace_back(slug);
    }
    return issuers;
}

MonthRange reported_months(const std::vector<FiledReport>& reports,
                           const std::vector<std::string>& issuers) {
    MonthRange range;
    for (const FiledReport& report : reports) {
        const Period& period = report.period;
        const bool counts =
            period.is_known() && period.first.year() == period.last.year() &&
            std::find(issuers.begin(), issuers.end(), report.issuer) != issuers.end();
        if (!counts) continue;
        range.last = std::max(range.last, period.last);
        range.first = range.first.is_known() ? std::min(range.first, period.last) : period.last;
    }
    return range;
}

Coverage coverage_of(const std::vector<FiledReport>& reports, const CoverageQuestion& question) {
    std::map<std::pair<std::uint32_t, std::string_view>, Reports> by_office;
    for (const FiledReport& report : reports)
        by_office[{report.commune.number(), report.issuer}].push_back(&report);
    Coverage coverage;
    coverage.periods = question.periods;
    for (const std::string& issuer : question.issuers) {
        coverage.without_commune += asked_among(by_office[{0, issuer}], question.periods);
        for (const report::Commune& commune : question.communes) {
            const Reports& filed = by_office[{commune.id().number(), issuer}];
            CoverageRow row{commune, issuer, cells_of(filed, commune.epoch, question)};
            if (is_empty(row)) continue;
            coverage.without_period += without_period_among(filed);
            coverage.rows.push_back(std::move(row));
        }
    }
    return coverage;
}

}  // namespace commsearch::review
