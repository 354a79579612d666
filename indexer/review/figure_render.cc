#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "indexer/review/figure_review.h"

namespace commsearch::review {
namespace {

using Json = nlohmann::ordered_json;

std::string indicator_of(const report::Figure& figure) {
    if (figure.context.empty()) return figure.indicator;
    return figure.indicator.empty() ? figure.context
                                    : figure.indicator + " (" + figure.context + ')';
}

/// With a decimal comma: "97,2".
std::string decimal_text(const report::Figure& figure) {
    std::array<char, 64> text{};
    (void)std::snprintf(text.data(), text.size(), "%.*f", figure.decimals, figure.value);
    std::string number(text.data());
    if (const std::size_t point = number.find('.'); point != std::string::npos) number[point] = ',';
    return number;
}

/// Of the hamlets it is about, else of the commune.
std::string place_of_figure(const report::Figure& figure, const std::string& commune) {
    if (figure.places.empty()) return commune;
    std::string places;
    for (const std::string& place : figure.places) places += (places.empty() ? "" : ", ") + place;
    return places;
}

Json flags_of(const report::Figure& figure) {
    using Flag = report::FigureFlag;
    Json flags = Json::array();
    if (figure.has(Flag::absurd)) flags.push_back("absurd");
    if (figure.has(Flag::contradictory)) flags.push_back("contradictory");
    if (figure.has(Flag::unit_elided)) flags.push_back("unit_elided");
    if (figure.has(Flag::no_indicator)) flags.push_back("no_indicator");
    return flags;
}

}  // namespace

std::string figures_json(const CorpusFigures& figures) {
    std::string lines;
    for (const ReportFigures& report : figures.reports) {
        for (const FoundFigure& found : report.figures) {
            const report::Figure& figure = found.figure;
            const Json json = {{"report", report.path},
                               {"indicator", indicator_of(figure)},
                               {"value", figure.value},
                               {"unit", figure.unit},
                               {"role", report::slug(figure.role)},
                               {"period", figure.period.text()},
                               {"place", place_of_figure(figure, report.commune)},
                               {"horizon", report::slug(figure.horizon)},
                               {"cmp", report::sign_of(figure.bound)},
                               {"flags", flags_of(figure)},
                               {"passage", found.passage},
                               {"begin", figure.begin},
                               {"end", figure.end},
                               {"text", found.sentence}};
            lines += json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
        }
    }
    return lines;
}

std::string figures_text(const CorpusFigures& figures, Language language) {
    std::string text;
    std::size_t count = 0;
    for (const ReportFigures& report : figures.reports) {
        if (report.figures.empty()) continue;
        text += report.path + '\n';
        for (const FoundFigure& found : report.figures) {
            const report::Figure& figure = found.figure;
            ++count;
            text += "  " + indicator_of(figure) + ": " +
                    std::string(report::sign_of(figure.bound)) + decimal_text(figure) +
                    (figure.unit.empty() ? "" : " " + figure.unit) + "  " +
                    std::string(report::slug(figure.role)) + "  " + figure.period.text() + "  " +
                    place_of_figure(figure, report.commune) + '\n';
        }
    }
    const std::string reports = std::to_string(figures.reports.size());
    const std::string all = std::to_string(count);
    const Message total = {all + " số liệu trong " + reports + " báo cáo\n",
                           all + " figures in " + reports + " reports\n"};
    return text + total.in(language);
}

}  // namespace commsearch::review
