#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "analyzers/base/message.h"
#include "analyzers/base/tsv.h"
#include "indexer/review/inspect.h"
#include "indexer/schema/passage_ids.h"

namespace commsearch::review {
namespace {

using Json = nlohmann::ordered_json;

Json known(std::string_view text) { return text.empty() ? Json(nullptr) : Json(std::string(text)); }

Json commune_json(const report::Commune& commune) {
    if (commune.name.empty()) return nullptr;
    return {{"code", known(commune.id().text())},
            {"type", known(commune.type)},
            {"name", commune.name},
            {"district", known(commune.district)},
            {"province", known(commune.province)}};
}

Json communes_json(const std::vector<report::Commune>& communes) {
    Json list = Json::array();
    for (const report::Commune& commune : communes) list.push_back(commune_json(commune));
    return list;
}

Json villages_json(const std::vector<report::Village>& villages) {
    Json list = Json::array();
    for (const report::Village& village : villages) {
        list.push_back({{"type", village.type}, {"name", village.name}, {"times", village.times}});
    }
    return list;
}

Json signers_json(const std::vector<report::Signer>& signers) {
    Json list = Json::array();
    for (const report::Signer& signer : signers) {
        list.push_back({{"name", known(signer.name)},
                        {"office", known(signer.office)},
                        {"on_behalf", known(signer.on_behalf)},
                        {"body", known(signer.body)}});
    }
    return list;
}

Json table_json(const report::Passage& passage) {
    Json rows = Json::array();
    for (const std::string_view row : split(passage.text, '\n')) {
        Json cells = Json::array();
        for (const std::string_view cell : split(row, '\t')) cells.push_back(std::string(cell));
        rows.push_back(std::move(cells));
    }
    return {{"columns", passage.columns}, {"rows", std::move(rows)}};
}

Json sections_json(const report::Report& report) {
    Json sections = Json::array();
    schema::PassageIds ids(report.id);
    std::size_t ordinal = 0;
    for (const report::Section& section : report.sections) {
        Json passages = Json::array();
        for (const report::Passage& passage : section.passages) {
            Json json({{"id", ids.next(passage.text)},
                       {"ordinal", ++ordinal},
                       {"first_line", passage.first_line},
                       {"last_line", passage.last_line},
                       {"page", passage.page == 0 ? Json(nullptr) : Json(passage.page)},
                       {"text", passage.text}});
            if (passage.table != 0) json["table"] = table_json(passage);
            passages.push_back(std::move(json));
        }
        sections.push_back({{"heading_path", section.heading_path},
                            {"section", known(section.topic)},
                            {"horizon", known(report::slug(section.plan_or_result))},
                            {"passages", std::move(passages)}});
    }
    return sections;
}

Json list_of(const std::vector<Inspection::LeftOut>& parts) {
    Json list = Json::array();
    for (const Inspection::LeftOut& part : parts) {
        Json lines = Json::array();
        for (const auto& line : part.lines)
            lines.push_back({{"line", line.number}, {"text", line.text}});
        list.push_back({{"part", report::slug(part.part)}, {"lines", std::move(lines)}});
    }
    return list;
}

Json list_of(const std::vector<Doubt>& doubts, Language language) {
    Json list = Json::array();
    for (const Doubt& doubt : doubts) {
        list.push_back({{"code", doubt.code},
                        {"line", doubt.line == 0 ? Json(nullptr) : Json(doubt.line)},
                        {"message", doubt.message.in(language)}});
    }
    return list;
}

Json list_of(const std::vector<source::Skipped>& skipped, Language language) {
    Json list = Json::array();
    for (const source::Skipped& one : skipped)
        list.push_back({{"path", one.path}, {"reason", one.reason.in(language)}});
    return list;
}

std::string line_of(const Json& document) {
    return document.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json inspection_of(const Inspection& inspection, Language language) {
    const report::Report& report = inspection.report;
    return {{"id", report.id},
            {"path", report.path},
            {"title", known(report.title)},
            {"number", known(report.number)},
            {"issuer", known(report.issuer)},
            {"issuer_kind", known(report::slug(report.issuer_kind))},
            {"level", known(report::slug(report.level))},
            {"type", known(report::slug(report.type))},
            {"district", known(report.commune.district)},
            {"province", known(report.commune.province)},
            {"commune", commune_json(report.commune)},
            {"candidates", communes_json(report.candidates)},
            {"successors", communes_json(report.successors)},
            {"predecessors", communes_json(report.predecessors)},
            {"date", known(report.date.text())},
            {"signing_date", known(report.signing_date.text())},
            {"posting_date", known(report.posting_date.text())},
            {"period", known(report.period.text())},
            {"planned_period", known(report.planned.text())},
            {"signers", signers_json(report.signers)},
            {"recipients", report.recipients},
            {"villages", villages_json(report.villages)},
            {"sections", sections_json(report)},
            {"left_out", list_of(inspection.left_out)},
            {"doubts", list_of(inspection.doubts, language)}};
}

}  // namespace

std::string inspection_json(const FileInspection& inspection, Language language) {
    Json reports = Json::array();
    for (const Inspection& one : inspection.reports)
        reports.push_back(inspection_of(one, language));
    return line_of({{"version", 1},
                    {"reports", std::move(reports)},
                    {"skipped", list_of(inspection.skipped, language)}});
}

std::string doubts_json(const CorpusDoubts& doubts, Language language) {
    Json found = Json::array();
    for (const ReportDoubts& one : doubts.found)
        found.push_back({{"path", one.path}, {"doubts", list_of(one.doubts, language)}});
    Json kinds = Json::array();
    for (const DoubtKind& kind : doubt_kinds(doubts, language))
        kinds.push_back({{"code", kind.code}, {"reports", kind.reports}});
    return line_of({{"version", 1},
                    {"reports_read", doubts.reports},
                    {"kinds", std::move(kinds)},
                    {"reports", std::move(found)},
                    {"skipped", list_of(doubts.skipped, language)}});
}

}  // namespace commsearch::review
