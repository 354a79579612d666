#include "indexer/cli/commands/filed_reports.h"

#include "indexer/report/report.h"
#include "indexer/schema/kinds.h"
#include "searcher/index/index_error.h"
#include "searcher/index/index_reader.h"

namespace commsearch::cli {
namespace {

bool is_of_commune(const schema::ReportRow& row) {
    using report::DocumentType;
    using report::Level;
    const auto level = static_cast<Level>(row.level);
    const auto type = static_cast<DocumentType>(row.type);
    const PlaceId place = PlaceId::of_number(row.place);
    return (level == Level::commune || level == Level::unknown) &&
           (type == DocumentType::bao_cao || type == DocumentType::unknown) &&
           (place.is_commune() || !place.is_known());
}

}  // namespace

std::vector<review::FiledReport> filed_reports(const std::filesystem::path& index_folder) {
    return index::with_index(index_folder, [&] {
        const index::IndexReader reader(index_folder);
        std::vector<review::FiledReport> found;
        for (const schema::ReportRow& row : reader.columns().reports()) {
            if (!is_of_commune(row)) continue;
            review::FiledReport report;
            report.commune = PlaceId::of_number(row.place);
            report.issuer = schema::slug_of_number(schema::issuer_kinds(), row.issuer);
            report.period = Period::of_months(Month::of_number(row.first_month),
                                              Month::of_number(row.last_month));
            report.date = Date::of_number(row.date);
            if (report.period.is_known()) report.path = reader.report(row.document).about.path;
            found.push_back(std::move(report));
        }
        return found;
    });
}

}  // namespace commsearch::cli
