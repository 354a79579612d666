#include "searcher/render_json.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string_view>

namespace commsearch {
namespace {

using Json = nlohmann::ordered_json;

constexpr int format_version = 1;

Json known(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json date_json(std::int32_t date) {
    if (date <= 0) return nullptr;
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date / 10000, date / 100 % 100,
                  date % 100);
    return text.data();
}

Json passage_json(const PassageHit& passage, Language language) {
    Json excerpt = Json::array();
    for (const Fragment& fragment : passage.excerpt)
        excerpt.push_back({{"text", fragment.text}, {"hit", fragment.hit}});
    Json json{{"id", passage.id},
              {"ordinal", passage.ordinal},
              {"first_line", passage.first_line},
              {"last_line", passage.last_line},
              {"heading_path", passage.heading_path},
              {"section", known(passage.section)},
              {"section_label", known(passage.section_label)},
              {"horizon", known(passage.horizon)},
              {"score", passage.score},
              {"excerpt", std::move(excerpt)}};
    for (const PassageHit::Share& share : passage.shares)
        json["score_parts"].push_back({{"what", share.what.in(language)}, {"score", share.score}});
    return json;
}

Json report_json(const ReportHit& report, Language language) {
    Json passages = Json::array();
    for (const PassageHit& passage : report.passages)
        passages.push_back(passage_json(passage, language));
    return {{"id", report.id},
            {"path", report.path},
            {"title", known(report.title)},
            {"number", known(report.number)},
            {"issuer", known(report.issuer)},
            {"issuer_kind", known(report.issuer_kind)},
            {"type", known(report.type)},
            {"commune", known(report.commune)},
            {"commune_code", known(report.commune_code)},
            {"district", known(report.district)},
            {"province", known(report.province)},
            {"date", date_json(report.date)},
            {"period", known(report.period)},
            {"passages", std::move(passages)},
            {"more_passages", report.more_passages},
            {"similar_reports", report.similar_reports}};
}

Json facets_json(const std::vector<Facet>& facets) {
    Json all = Json::object();
    for (const Facet& facet : facets) {
        Json& values = all[facet.name] = Json::array();
        for (const FacetValue& value : facet.values) {
            values.push_back({{"value", known(value.value)},
                              {"label", value.label},
                              {"parent", known(value.parent)},
                              {"reports", value.reports},
                              {"epoch", known(value.epoch)},
                              {"chosen", value.is_chosen}});
        }
    }
    return all;
}

Json facets_more_json(const std::vector<Facet>& facets) {
    Json all = Json::object();
    for (const Facet& facet : facets) all[facet.name] = facet.more;
    return all;
}

Json notices_json(const std::vector<Notice>& notices, Language language) {
    Json all = Json::array();
    for (const Notice& notice : notices) {
        all.push_back({{"code", notice.code},
                       {"message", notice.message.in(language)},
                       {"range", Json::array({notice.range.begin, notice.range.end})}});
    }
    return all;
}

std::string printed(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string render_json(const SearchResult& result, Language language) {
    Json reports = Json::array();
    for (const ReportHit& report : result.reports) reports.push_back(report_json(report, language));
    return printed(
        {{"version", format_version},
         {"query", result.query},
         {"total", {{"reports", result.total_reports}, {"passages", result.total_passages}}},
         {"offset", result.offset},
         {"limit", result.limit},
         {"reports", std::move(reports)},
         {"facets", facets_json(result.facets)},
         {"facets_more", facets_more_json(result.facets)},
         {"notices", notices_json(result.notices, language)},
         {"suggestion", known(result.suggestion)},
         {"generation", known(result.generation)},
         {"seconds", result.seconds}});
}

std::string render_json_error(const Message& message, int exit_code, Language language) {
    return printed({{"version", format_version},
                    {"error", {{"exit_code", exit_code}, {"message", message.in(language)}}}});
}

}  // namespace commsearch
