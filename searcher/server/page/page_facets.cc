#include "searcher/server/page/page_facets.h"

#include <algorithm>
#include <string_view>

#include "analyzers/value/place_id.h"
#include "searcher/facets/facet_table.h"
#include "searcher/render/citation.h"
#include "searcher/render/reading_text.h"

namespace commsearch::server {
namespace {

/// The facets that the page shows, in its order.
std::vector<const facets::FacetRow*> shown_facets() {
    std::vector<const facets::FacetRow*> shown;
    for (const facets::FacetRow& row : facets::facet_table()) {
        if (row.on_page.place > 0) shown.push_back(&row);
    }
    std::sort(shown.begin(), shown.end(), [](const facets::FacetRow* a, const facets::FacetRow* b) {
        return a->on_page.place < b->on_page.place;
    });
    return shown;
}

std::string title_of(const facets::FacetRow& row) {
    return std::string(row.on_page.title.empty() ? row.title_vi : row.on_page.title);
}

const Facet* find_facet(const SearchResult& result, FacetKind kind) {
    for (const Facet& facet : result.facets) {
        if (facet.kind == kind) return &facet;
    }
    return nullptr;
}

std::string value_of(const FacetValue& value) {
    return value.value.empty() ? std::string(unknown_value) : value.value;
}

std::string label_of(const FacetValue& value) {
    if (value.value.empty()) return "không rõ";
    // Provinces kept their names in July 2025, with other borders.
    const bool is_province = value.epoch.size() > 0 && value.label.find(',') == std::string::npos;
    const bool is_of_today = parse_epoch(value.epoch) == Epoch::from_2025_07;
    if (is_province) return value.label + (is_of_today ? " (nay)" : " (trước 7/2025)");
    return value.label;
}

void write_value(Html& html, const std::string& name, const FacetValue& value, std::size_t number) {
    const std::string id = "f-" + name + '-' + std::to_string(number);
    Html::Attributes box = {{"type", "checkbox"},
                            {"form", "search"},
                            {"name", name},
                            {"value", value_of(value)},
                            {"id", id}};
    if (value.is_chosen) box.emplace_back("checked", "");
    html.open("li").lone("input", box);
    html.open("label", {{"for", id}}).element("span", {}, label_of(value)).text(" ");
    html.element("span", {{"class", "count"}}, shown_number(value.reports)).close();
    html.close();
}

void write_facet(Html& html, const facets::FacetRow& shown, const Facet& facet) {
    const std::string name(shown.name);
    const bool has_chosen = std::any_of(facet.values.begin(), facet.values.end(),
                                        [](const FacetValue& one) { return one.is_chosen; });
    Html::Attributes details = {{"class", "facet"}, {"id", "facet-" + name}};
    if (shown.on_page.is_open || has_chosen) details.emplace_back("open", "");
    html.open("details", details);
    html.element("summary", {}, title_of(shown));
    html.open("fieldset").element("legend", {{"class", "hidden"}}, title_of(shown));
    if (facet.more > 0 || facet.values.size() > 8) {
        html.lone("input", {{"type", "search"},
                            {"class", "find"},
                            {"data-facet", name},
                            {"aria-label", "Tìm trong “" + title_of(shown) + "”"},
                            {"placeholder", "Tìm trong danh sách"},
                            {"autocomplete", "off"}});
    }
    html.open("ul");
    for (std::size_t i = 0; i < facet.values.size(); ++i)
        write_value(html, name, facet.values[i], i);
    html.close();
    if (facet.more > 0)
        html.element("p", {{"class", "more"}},
                     "… và " + shown_number(facet.more) + " giá trị khác");
    html.close().close();
}

/// The year whose months are shown: the only one chosen.
std::string only_year(const PageState& state) {
    for (const FacetChoice& choice : state.search().choices) {
        if (choice.kind == FacetKind::year && choice.values.size() == 1 &&
            choice.values.front().size() == 4) {
            return choice.values.front();
        }
    }
    return {};
}

/// A bar for each value, oldest first.
std::vector<FacetValue> bars_of(const SearchResult& result, const std::string& year) {
    std::vector<FacetValue> bars;
    const Facet* const facet =
        find_facet(result, year.empty() ? FacetKind::year : FacetKind::month);
    if (facet == nullptr) return bars;
    for (const FacetValue& value : facet->values) {
        if (!value.value.empty() && value.value.starts_with(year)) bars.push_back(value);
    }
    std::sort(bars.begin(), bars.end(),
              [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
    return bars;
}

}  // namespace

std::vector<FacetRequest> page_facets() {
    std::vector<FacetRequest> facets;
    for (const facets::FacetRow* shown : shown_facets())
        facets.push_back({shown->kind, shown->on_page.values});
    return facets;
}

void write_facets(Html& html, const PageState&, const SearchResult& result) {
    for (const facets::FacetRow* shown : shown_facets()) {
        const Facet* const facet = find_facet(result, shown->kind);
        if (facet != nullptr && !facet->values.empty()) write_facet(html, *shown, *facet);
    }
    html.element("button", {{"type", "submit"}, {"form", "search"}, {"class", "apply"}},
                 "Áp dụng bộ lọc");
}

void write_histogram(Html& html, const PageState& state, const SearchResult& result) {
    constexpr std::size_t width = 36;
    constexpr std::size_t height = 60;
    const std::string year = only_year(state);
    const std::vector<FacetValue> bars = bars_of(result, year);
    if (bars.empty()) return;
    std::size_t most = 1;
    for (const FacetValue& bar : bars) most = std::max(most, bar.reports);
    const std::string name = year.empty() ? "year" : "month";
    html.open("figure", {{"class", "histogram"}});
    html.element("figcaption", {},
                 year.empty() ? "Số báo cáo theo năm" : "Số báo cáo theo tháng, năm " + year);
    const std::string box =
        "0 0 " + std::to_string(width * bars.size()) + ' ' + std::to_string(height + 18);
    html.open("svg", {{"viewBox", box}, {"role", "group"}, {"aria-label", "Chọn thời gian"}});
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const FacetValue& bar = bars[i];
        const std::size_t tall = std::max<std::size_t>(2, bar.reports * height / most);
        const std::string target =
            bar.is_chosen ? state.without(name, bar.value) : state.with(name, bar.value);
        const std::string x = std::to_string(i * width + 3);
        const std::string what = bar.label + ": " + shown_number(bar.reports) + " báo cáo" +
                                 (bar.is_chosen ? " (đang chọn)" : "");
        html.open("a", {{"href", target}, {"aria-label", what}});
        html.element("title", {}, what);
        html.element("rect",
                     {{"class", "area"},
                      {"x", x},
                      {"y", "0"},
                      {"width", std::to_string(width - 6)},
                      {"height", std::to_string(height + 18)}},
                     "");
        html.element("rect",
                     {{"class", bar.is_chosen ? "bar chosen" : "bar"},
                      {"x", x},
                      {"y", std::to_string(height - tall)},
                      {"width", std::to_string(width - 6)},
                      {"height", std::to_string(tall)}},
                     "");
        html.element(
            "text",
            {{"x", std::to_string(i * width + width / 2)}, {"y", std::to_string(height + 13)}},
            year.empty() ? bar.value : bar.value.substr(5));
        html.close();
    }
    html.close().close();
}

void write_chips(Html& html, const PageState& state, const SearchResult& result) {
    struct Chip {
        std::string label, url;
    };
    std::vector<Chip> chips;
    for (const Reading& reading : result.interpretation.readings)
        chips.push_back(
            {render::reading_text(reading).vi, reading.kind == Reading::Kind::correction
                                                   ? state.with("literal", "true")
                                                   : state.replacing("q", reading.without)});
    for (const facets::FacetRow* shown : shown_facets()) {
        const Facet* const facet = find_facet(result, shown->kind);
        if (facet == nullptr) continue;
        for (const FacetValue& value : facet->values) {
            if (!value.is_chosen) continue;
            chips.push_back({title_of(*shown) + ": " + label_of(value),
                             state.without(std::string(shown->name), value_of(value))});
        }
    }
    if (state.search().from != 0)
        chips.push_back(
            {"Từ " + render::shown_date(static_cast<std::uint32_t>(state.search().from)),
             state.without("from", state.value("from"))});
    if (state.search().to != 0)
        chips.push_back({"Đến " + render::shown_date(static_cast<std::uint32_t>(state.search().to)),
                         state.without("to", state.value("to"))});
    if (chips.empty()) return;
    html.open("ul", {{"class", "chips"}, {"aria-label", "Bộ lọc đang dùng"}});
    for (const Chip& chip : chips) {
        html.open("li").open("a", {{"href", chip.url}, {"aria-label", "Bỏ lọc " + chip.label}});
        html.text(chip.label + " ").element("span", {{"aria-hidden", "true"}}, "×");
        html.close().close();
    }
    if (!result.interpretation.readings.empty()) {
        html.open("li").element("a", {{"href", state.with("literal", "true")}, {"class", "clear"}},
                                "Tìm đúng các chữ đã gõ");
        html.close();
    }
    if (chips.size() > result.interpretation.readings.size()) {
        html.open("li").element("a", {{"href", state.without_filters()}, {"class", "clear"}},
                                "Bỏ mọi bộ lọc");
        html.close();
    }
    html.close();
}

}  // namespace commsearch::server
