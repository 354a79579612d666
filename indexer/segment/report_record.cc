#include "indexer/segment/report_record.h"

#include <algorithm>
#include <string_view>

#include "analyzers/base/fingerprint.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "indexer/report/places/villages.h"
#include "indexer/report/sections/headings.h"
#include "indexer/schema/passage_ids.h"

namespace commsearch::segment {

schema::ReportRecord record_of(const report::Report& report, const TopicTable& topics) {
    schema::ReportRecord record;
    schema::ReportDescription& about = record.about;
    about.id = report.id;
    about.path = report.path;
    about.title = report.title;
    about.number = report.number;
    about.issuer = report.issuer;
    about.period = report.period.text();
    about.commune = full_name(report.commune);
    about.district = report.commune.district;
    about.province = report.commune.province;
    about.date = report.date.number();
    about.place = report.place().number();
    about.issuer_kind = report::slug(report.issuer_kind);
    about.level = report::slug(report.level);
    about.type = report::slug(report.type);
    about.planned_period = report.planned.text();
    about.signing_date = report.signing_date.number();
    about.posting_date = report.posting_date.number();
    for (const report::Signer& signer : report.signers)
        about.signers.push_back({signer.name, signer.office});
    about.recipients = report.recipients;
    for (const report::Village& village : report.villages)
        record.villages.push_back(report::full_name(village));
    schema::PassageIds ids(report.id);
    for (const report::Section& section : report.sections) {
        const report::Passage* last = nullptr;
        for (const report::Passage& passage : section.passages) {
            if (last == nullptr || last->table != passage.table)
                record.sections.push_back({section.heading_path, topics.number_of(section.topic),
                                           static_cast<std::uint8_t>(section.plan_or_result),
                                           passage.table != 0, passage.columns, section.is_frame});
            last = &passage;
            record.passages.push_back(
                {ids.next(passage.text), static_cast<std::uint32_t>(record.sections.size() - 1),
                 passage.first_line, passage.last_line, passage.text, passage.page});
        }
    }
    return record;
}

schema::ReportRow row_of(const report::Report& report, const schema::ReportRecord& record) {
    schema::ReportRow row;
    row.passages = static_cast<std::uint32_t>(record.passages.size());
    row.date = record.about.date;
    row.place = record.about.place;
    row.first_month = report.period.first.number();
    row.last_month = report.period.last.number();
    row.first_planned_month = report.planned.first.number();
    row.last_planned_month = report.planned.last.number();
    row.part_of = document_number_of(report);
    row.issuer = static_cast<std::uint8_t>(report.issuer_kind);
    row.type = static_cast<std::uint8_t>(report.type);
    row.level = static_cast<std::uint8_t>(report.level);
    return row;
}

std::uint64_t document_number_of(const report::Report& report) {
    return report.part_of.empty() ? 0 : fingerprint(report.part_of) | schema::least_document_number;
}

std::string heading_label(const schema::ReportRecord::Section& section) {
    if (section.heading_path.empty()) return {};
    std::string_view heading = section.heading_path.back();
    heading =
        trimmed(heading.substr(std::min(report::heading_mark(heading).text_at, heading.size())));
    while (!heading.empty() && (heading.back() == ':' || heading.back() == '.'))
        heading = trimmed(heading.substr(0, heading.size() - 1));
    return std::string(
        truncate_utf8(heading, schema::max_term_bytes - schema::prefix_heading.size()));
}

std::string full_name(const report::Commune& commune) {
    return commune.type.empty() || commune.name.empty() ? commune.name
                                                        : commune.type + ' ' + commune.name;
}

}  // namespace commsearch::segment
