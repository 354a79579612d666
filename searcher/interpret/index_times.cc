#include "searcher/interpret/index_times.h"

#include <algorithm>

#include "indexer/schema/columns.h"
#include "searcher/index/facet_tables.h"

namespace commsearch::interpret {
namespace {

std::uint32_t december_of(std::uint32_t month) { return month / 100 * 100 + Month::months_a_year; }

}  // namespace

std::string MonthRange::text() const {
    return Month::of_number(first).text() + ".." + Month::of_number(last).text();
}

template <typename Use>
void IndexTimes::each_report(Use use) const {
    const index::FacetTables& tables = index_.snapshot().facet_tables();
    for (const schema::ReportRow& report : index_.columns().reports()) {
        if (communes_.empty()) {
            use(report);
            continue;
        }
        const index::FacetTables::Numbers its = tables.communes(report.place);
        const bool is_asked = std::any_of(its.begin(), its.end(), [&](std::uint64_t commune) {
            return std::find(communes_.begin(), communes_.end(), commune) != communes_.end();
        });
        if (is_asked) use(report);
    }
}

std::optional<MonthRange> IndexTimes::reported(const Period& asked) const {
    const MonthRange range{asked.first.number(), asked.last.number()};
    bool ends_with_it = false;
    bool ends_within = false;
    bool looks_back = false;
    each_report([&](const schema::ReportRow& report) {
        ends_with_it = ends_with_it || schema::ends_within(report, range.last, range.last);
        ends_within = ends_within || schema::ends_within(report, range.first, range.last);
        looks_back = looks_back || (report.first_month != 0 && report.first_month <= range.first &&
                                    report.last_month > range.last &&
                                    report.last_month <= december_of(range.last));
    });
    if (ends_with_it && asked.form != Period::Form::year) return MonthRange{range.last, range.last};
    if (ends_within) return range;
    if (looks_back) return MonthRange{range.last, december_of(range.last)};
    return std::nullopt;
}

std::string IndexTimes::planned(const Period& asked) const {
    const MonthRange range{asked.first.number(), asked.last.number()};
    bool is_exact = false;
    bool is_within = false;
    each_report([&](const schema::ReportRow& report) {
        const std::uint32_t first = report.first_planned_month;
        const std::uint32_t last = report.last_planned_month;
        is_exact = is_exact || (first == range.first && last == range.last);
        is_within = is_within || (first >= range.first && last <= range.last);
    });
    if (is_exact && asked.form != Period::Form::year) return asked.text();
    return is_within ? range.text() : std::string();
}

MonthRange IndexTimes::known() const {
    MonthRange range;
    each_report([&](const schema::ReportRow& report) {
        if (report.last_month == 0) return;
        range.first =
            range.first == 0 ? report.first_month : std::min(range.first, report.first_month);
        range.last = std::max(range.last, report.last_month);
    });
    return range;
}

}  // namespace commsearch::interpret
