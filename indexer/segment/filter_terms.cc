#include "indexer/segment/filter_terms.h"

#include <string_view>

#include "analyzers/base/unicode.h"
#include "indexer/schema/schema.h"
#include "indexer/segment/report_record.h"

namespace commsearch::segment {

std::vector<std::string> filter_terms(const report::Report& report) {
    std::vector<std::string> terms;
    const auto add_term = [&](std::string_view prefix, const std::string& value) {
        if (!value.empty()) terms.push_back(schema::make_term(prefix, value));
    };
    const auto add_regions = [&](const report::Commune& commune) {
        add_term(schema::prefix_district, commune.district_id().text());
        add_term(schema::prefix_province, commune.province_id().text());
    };
    add_term(schema::prefix_commune, report.commune.id().text());
    for (const report::Commune& successor : report.successors)
        add_term(schema::prefix_successor, successor.id().text());
    add_regions(report.commune);
    for (const report::Commune& successor : report.successors) add_regions(successor);
    for (const report::Commune& old : report.predecessors) add_regions(old);
    add_term(schema::prefix_issuer, std::string(report::slug(report.issuer_kind)));
    add_term(schema::prefix_level, std::string(report::slug(report.level)));
    add_term(schema::prefix_type, std::string(report::slug(report.type)));
    add_term(schema::prefix_number, lower(report.number));
    const std::string period = lower(report.period.text());
    add_term(schema::prefix_period, period);
    const std::size_t year_end = period.find('-');
    if (year_end != std::string::npos) add_term(schema::prefix_period, period.substr(year_end));
    const std::uint64_t document = document_number_of(report);
    if (document != 0) add_term(schema::prefix_document, std::to_string(document));
    return terms;
}

}  // namespace commsearch::segment
