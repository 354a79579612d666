#include <nlohmann/json.hpp>

#include "indexer/review/coverage/coverage_render.h"

namespace commsearch::review {
namespace {

using Json = nlohmann::ordered_json;

Json cell_json(const CoverageCell& cell, const Period& period) {
    Json json = {{"period", period.text()}, {"state", filing_name(cell.filing)}};
    if (cell.reports == 0) return json;
    const Date date = cell.report.date;
    json["date"] = date.is_known() ? Json(date.text()) : Json();
    json["days"] = date.is_known() ? Json(cell.days) : Json();
    json["reported_period"] = cell.report.period.text();
    json["path"] = cell.report.path;
    json["reports"] = cell.reports;
    return json;
}

Json row_json(const CoverageRow& row, const std::vector<Period>& periods) {
    const report::Commune& commune = row.commune;
    Json cells = Json::array();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].filing != Filing::none)
            cells.push_back(cell_json(row.cells[i], periods[i]));
    }
    return {{"commune",
             {{"code", commune.id().text()},
              {"type", commune.type},
              {"name", commune.name},
              {"district", commune.district},
              {"province", commune.province}}},
            {"issuer", row.issuer},
            {"cells", std::move(cells)}};
}

}  // namespace

std::string coverage_json(const Coverage& coverage, Rhythm rhythm, int late_days) {
    Json periods = Json::array();
    for (const Period& period : coverage.periods) periods.push_back(period.text());
    Json rows = Json::array();
    for (const CoverageRow& row : coverage.rows) rows.push_back(row_json(row, coverage.periods));
    const Json json = {{"version", 1},
                       {"rhythm", rhythm_name(rhythm)},
                       {"late_days", late_days},
                       {"periods", std::move(periods)},
                       {"totals",
                        {{"filed", coverage.count(Filing::filed)},
                         {"late", coverage.count(Filing::late)},
                         {"missing", coverage.count(Filing::missing)},
                         {"pending", coverage.count(Filing::pending)}}},
                       {"without_period", coverage.without_period},
                       {"without_commune", coverage.without_commune},
                       {"rows", std::move(rows)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace commsearch::review
