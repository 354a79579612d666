#include <algorithm>

#include "searcher/facets/facet_labels.h"
#include "searcher/render/citation.h"
#include "searcher/server/page/html.h"
#include "searcher/server/page/page.h"
#include "searcher/server/page/page_state.h"

namespace commsearch::server {
namespace {

bool has_hit(const PassageHit& passage) {
    return std::any_of(passage.excerpt.begin(), passage.excerpt.end(),
                       [](const Fragment& fragment) { return fragment.hit; });
}

void write_row(Html& html, const char* name, const std::string& value) {
    if (value.empty()) return;
    html.element("dt", {}, name).element("dd", {}, value);
}

void write_facts(Html& html, const schema::ReportDescription& about) {
    std::string place = about.commune;
    for (const std::string& region : {about.district, about.province})
        if (!region.empty()) place += (place.empty() ? "" : ", ") + region;
    html.open("dl", {{"class", "facts"}});
    write_row(html, "Loại", facets::type_label(about.type));
    write_row(html, "Số", about.number);
    write_row(html, "Ngày", render::shown_date(about.date));
    write_row(html, "Cơ quan", about.issuer);
    write_row(html, "Cấp", facets::level_label(about.level));
    write_row(html, "Nơi", place);
    write_row(html, "Kỳ báo cáo", about.period);
    write_row(html, "Người ký", render::shown_signers(about, false));
    std::string recipients;
    for (const std::string& recipient : about.recipients)
        recipients += (recipients.empty() ? "" : "; ") + recipient;
    write_row(html, "Nơi nhận", recipients);
    write_row(html, "Tệp", about.id);
    html.close();
}

/// Links to the passages with hits: "Đoạn khớp: 3, 5, 9".
void write_hit_list(Html& html, const ReportHit& report) {
    const auto hits = std::count_if(report.passages.begin(), report.passages.end(), has_hit);
    if (hits == 0) return;
    html.open("nav", {{"class", "hits"}, {"aria-label", "Các đoạn khớp"}});
    html.open("p").text(std::to_string(hits) + " đoạn khớp: ");
    bool is_first = true;
    for (const PassageHit& passage : report.passages) {
        if (!has_hit(passage)) continue;
        if (!is_first) html.text(", ");
        is_first = false;
        const std::string number = std::to_string(passage.ordinal);
        html.element("a", {{"href", "#d" + number}, {"aria-label", "Đoạn " + number}}, number);
    }
    html.close().close();
}

void write_headings(Html& html, const std::vector<std::string>& path,
                    const std::vector<std::string>& before) {
    std::size_t same = 0;
    while (same < path.size() && same < before.size() && path[same] == before[same]) ++same;
    for (std::size_t i = same; i < path.size(); ++i) {
        constexpr std::size_t deepest = 6;
        const std::string level = std::to_string(std::min(i + 2, deepest));
        html.element("h" + level, {}, path[i]);
    }
}

void write_passages(Html& html, const ReportHit& report) {
    std::vector<std::string> before;
    for (const PassageHit& passage : report.passages) {
        write_headings(html, passage.heading_path, before);
        before = passage.heading_path;
        const std::string anchor = "d" + std::to_string(passage.ordinal);
        html.open("div", {{"id", anchor},
                          {"class", has_hit(passage) ? "whole hit" : "whole"},
                          {"tabindex", "-1"}});
        if (passage.table) {
            html.table(*passage.table, render::heading_line(passage.heading_path));
        } else {
            html.open("p").fragments(passage.excerpt).close();
        }
        if (has_hit(passage))
            html.element("p", {{"class", "cite"}},
                         "Trích dẫn: " + render::citation(report, passage));
        html.close();
    }
}

}  // namespace

HttpResponse report_page(const HttpRequest& request, const Searcher& searcher) {
    PageState state(request);
    const std::string id = state.value("id");
    const std::optional<ReportHit> report = searcher.report(id, state.search());
    protocol::Parameters back;
    for (const auto& parameter : request.parameters)
        if (parameter.first != "id") back.push_back(parameter);
    HttpRequest without_id = request;
    without_id.parameters = back;
    const std::string back_url = PageState(without_id).url("/");
    Html html;
    begin_page(html, (report ? report->about.title : "Không có báo cáo này") + " · commsearch");
    html.open("header").open("p").element("a", {{"href", back_url}, {"class", "back"}},
                                          "‹ Quay lại kết quả tìm");
    html.close().close();
    html.open("main", {{"id", "main"}, {"class", "report"}});
    if (!report) {
        html.element("h1", {{"id", "total"}, {"tabindex", "-1"}}, "Không có báo cáo này");
        html.element("p", {}, "Chỉ mục có thể vừa được lập lại; hãy tìm lại.");
        return html_response(html, 404);
    }
    html.element("h1", {{"id", "total"}, {"tabindex", "-1"}},
                 report->about.title.empty() ? report->about.path : report->about.title);
    write_facts(html, report->about);
    write_hit_list(html, *report);
    write_passages(html, *report);
    return html_response(html);
}

}  // namespace commsearch::server
