#include "searcher/render/render_json.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "analyzers/value/date.h"
#include "analyzers/value/place_id.h"
#include "indexer/schema/schema.h"
#include "searcher/facets/facet_table.h"

namespace commsearch::render {
namespace {

using Json = nlohmann::ordered_json;

constexpr int format_version = 1;

Json known(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json date_json(std::uint32_t date) { return known(Date::of_number(date).text()); }

Json neighbour_json(const std::vector<PassageHit::Neighbour>& neighbours) {
    if (neighbours.empty()) return nullptr;
    const PassageHit::Neighbour& passage = neighbours.front();
    return {{"id", passage.id},
            {"ordinal", passage.ordinal},
            {"heading_path", passage.heading_path},
            {"text", passage.text}};
}

std::string text_of(const TableExcerpt::Cell& cell) {
    std::string text;
    for (const Fragment& fragment : cell) text += fragment.text;
    return text;
}

Json table_json(const TableExcerpt& table) {
    Json columns = Json::array();
    for (const TableExcerpt::Cell& column : table.columns) columns.push_back(text_of(column));
    Json rows = Json::array();
    for (const auto& row : table.rows) {
        Json cells = Json::array();
        for (const TableExcerpt::Cell& cell : row) cells.push_back(text_of(cell));
        rows.push_back(std::move(cells));
    }
    return {
        {"columns", std::move(columns)}, {"rows", std::move(rows)}, {"more_rows", table.more_rows}};
}

Json fragments_json(const std::vector<Fragment>& fragments) {
    Json list = Json::array();
    for (const Fragment& fragment : fragments)
        list.push_back({{"text", fragment.text}, {"hit", fragment.hit}});
    return list;
}

Json passage_json(const PassageHit& passage, Language language) {
    Json json{{"id", passage.id},
              {"ordinal", passage.ordinal},
              {"first_line", passage.first_line},
              {"last_line", passage.last_line},
              {"page", passage.page == 0 ? Json(nullptr) : Json(passage.page)},
              {"heading_path", passage.heading_path},
              {"section", known(passage.topic)},
              {"section_label", known(passage.topic_label)},
              {"horizon", known(passage.plan_or_result)},
              {"score", passage.score},
              {"match", passage.is_full ? "full" : "near"},
              {"excerpt", fragments_json(passage.excerpt)},
              {"senses", Json::array()}};
    for (const std::vector<Fragment>& heading : passage.marked_headings)
        json["heading_fragments"].push_back(fragments_json(heading));
    if (passage.table) json["table"] = table_json(*passage.table);
    for (const PassageHit::Meaning& meaning : passage.meanings) {
        json["senses"].push_back({{"short_form", meaning.short_form},
                                  {"long_form", known(meaning.long_form)},
                                  {"ambiguous", meaning.is_ambiguous},
                                  {"defined_in_report", meaning.is_defined}});
    }
    if (passage.tells_neighbours) {
        json["previous"] = neighbour_json(passage.previous);
        json["next"] = neighbour_json(passage.next);
    }
    for (const PassageHit::Share& share : passage.shares)
        json["score_parts"].push_back({{"what", share.what.in(language)}, {"score", share.score}});
    return json;
}

/// The key of a commune; null for another place.
Json commune_code(std::uint32_t place) {
    const PlaceId id = PlaceId::of_number(place);
    return id.is_commune() ? Json(id.text()) : Json(nullptr);
}

Json signers_json(const std::vector<schema::SignerDescription>& signers) {
    Json list = Json::array();
    for (const schema::SignerDescription& signer : signers)
        list.push_back({{"name", known(signer.name)}, {"office", known(signer.office)}});
    return list;
}

Json report_json(const ReportHit& report, Language language) {
    Json passages = Json::array();
    for (const PassageHit& passage : report.passages)
        passages.push_back(passage_json(passage, language));
    const schema::ReportDescription& about = report.about;
    Json json{{"id", about.id},
              {"path", about.path},
              {"title", known(about.title)},
              {"number", known(about.number)},
              {"issuer", known(about.issuer)},
              {"issuer_kind", known(about.issuer_kind)},
              {"level", known(about.level)},
              {"type", known(about.type)},
              {"commune", known(about.commune)},
              {"commune_code", commune_code(about.place)},
              {"district", known(about.district)},
              {"province", known(about.province)},
              {"date", date_json(about.date)},
              {"signing_date", date_json(about.signing_date)},
              {"posting_date", date_json(about.posting_date)},
              {"period", known(about.period)},
              {"planned_period", known(about.planned_period)},
              {"signers", signers_json(about.signers)},
              {"recipients", about.recipients},
              {"passages", std::move(passages)},
              {"more_passages", report.more_passages},
              {"similar_reports", report.similar_reports}};
    if (!report.marked_title.empty()) json["title_fragments"] = fragments_json(report.marked_title);
    return json;
}

Json facet_json(const Facet& facet) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values) {
        values.push_back({{"value", known(value.value)},
                          {"label", value.label},
                          {"parent", known(value.parent)},
                          {"reports", value.reports},
                          {"epoch", known(value.epoch)},
                          {"chosen", value.is_chosen}});
    }
    return values;
}

Json facets_json(const std::vector<Facet>& facets) {
    Json all = Json::object();
    for (const Facet& facet : facets)
        all[std::string(facets::facet_name(facet.kind))] = facet_json(facet);
    return all;
}

Json facets_more_json(const std::vector<Facet>& facets) {
    Json all = Json::object();
    for (const Facet& facet : facets) all[std::string(facets::facet_name(facet.kind))] = facet.more;
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

Json interpretation_json(const Interpretation& interpretation, Language language) {
    constexpr std::array<std::string_view, 5> wanted = {"passage", "figure", "report", "comparison",
                                                        "signer"};
    constexpr std::array<std::string_view, 4> kinds = {"place", "time", "comparison", "correction"};
    constexpr std::array<std::string_view, 4> effects = {"narrows", "prefers", "unknown",
                                                         "replaces"};
    Json readings = Json::array();
    for (const Reading& reading : interpretation.readings) {
        readings.push_back({{"kind", kinds.at(static_cast<std::size_t>(reading.kind))},
                            {"effect", effects.at(static_cast<std::size_t>(reading.effect))},
                            {"typed", reading.typed},
                            {"range", Json::array({reading.range.begin, reading.range.end})},
                            {"meaning", reading.meaning.in(language)},
                            {"filter", known(reading.filter)},
                            {"without", reading.without},
                            {"literal", reading.literal}});
    }
    return {{"topic", interpretation.topic},
            {"wanted", wanted.at(static_cast<std::size_t>(interpretation.wanted))},
            {"readings", std::move(readings)}};
}

Json total_json(const SearchResult& result) {
    return {{"reports", result.total_reports},
            {"passages", result.total_passages},
            {"full", result.full_passages}};
}

std::string printed(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string render_json(const SearchResult& result, Language language) {
    Json reports = Json::array();
    for (const ReportHit& report : result.reports) reports.push_back(report_json(report, language));
    return printed({{"version", format_version},
                    {"query", result.query},
                    {"total", total_json(result)},
                    {"offset", result.offset},
                    {"limit", result.limit},
                    {"next_cursor", known(result.next_cursor)},
                    {"reports", std::move(reports)},
                    {"facets", facets_json(result.facets)},
                    {"facets_more", facets_more_json(result.facets)},
                    {"notices", notices_json(result.notices, language)},
                    {"interpreted", interpretation_json(result.interpretation, language)},
                    {"suggestion", known(result.suggestion)},
                    {"generation", known(result.generation)},
                    {"seconds", result.seconds}});
}

std::string render_json_batch(const std::vector<std::string>& answers) {
    std::string text = R"({"version":)" + std::to_string(format_version) + R"(,"answers":[)";
    for (std::size_t i = 0; i < answers.size(); ++i) text += (i == 0 ? "" : ",") + answers[i];
    return text + "]}";
}

std::string render_json_report(const ReportHit& report, const std::string& generation,
                               Language language) {
    return printed({{"version", format_version},
                    {"report", report_json(report, language)},
                    {"generation", generation}});
}

std::string render_json_facet(const SearchResult& result, const Facet& facet) {
    return printed({{"version", format_version},
                    {"query", result.query},
                    {"total", total_json(result)},
                    {"facet", facets::facet_name(facet.kind)},
                    {"values", facet_json(facet)},
                    {"more", facet.more},
                    {"generation", known(result.generation)}});
}

std::string render_json_suggestions(const std::string& query,
                                    const std::vector<Completion>& completions,
                                    const std::string& generation) {
    constexpr std::array<std::string_view, 5> kinds = {"unit", "word", "commune", "section",
                                                       "number"};
    Json suggestions = Json::array();
    for (const Completion& completion : completions) {
        suggestions.push_back({{"kind", kinds.at(static_cast<std::size_t>(completion.kind))},
                               {"label", completion.label},
                               {"query", completion.query},
                               {"passages", completion.passages}});
    }
    return printed({{"version", format_version},
                    {"query", query},
                    {"suggestions", std::move(suggestions)},
                    {"generation", generation}});
}

std::string render_json_error(const ErrorReport& error, Language language) {
    return printed({{"version", format_version},
                    {"error",
                     {{"exit_code", error.exit_code},
                      {"code", error.code},
                      {"message", error.message.in(language)},
                      {"pointer", known(error.pointer)}}}});
}

std::string with_id(std::string object, const std::string& id_json) {
    if (!id_json.empty()) object.insert(1, "\"id\":" + id_json + ',');
    return object;
}

}  // namespace commsearch::render
