#include "searcher/server/page/page.h"

#include <algorithm>
#include <array>

#include "analyzers/base/fingerprint.h"
#include "searcher/model/request_error.h"
#include "searcher/render/citation.h"
#include "searcher/server/page/html.h"
#include "searcher/server/page/page_facets.h"
#include "searcher/server/page/page_state.h"
#include "searcher_server_page_web.h"

namespace commsearch::server {
namespace {

void write_date(Html& html, const char* name, const char* label, const std::string& value) {
    const std::string id = std::string("date-") + name;
    html.open("span", {{"class", "field"}}).element("label", {{"for", id}}, label);
    html.lone("input", {{"type", "date"}, {"id", id}, {"name", name}, {"value", value}}).close();
}

void write_sort(Html& html, const std::string& chosen) {
    constexpr std::array<std::pair<const char*, const char*>, 3> orders = {
        {{"relevance", "phù hợp nhất"}, {"date", "mới nhất"}, {"oldest", "cũ nhất"}}};
    html.open("span", {{"class", "field"}}).element("label", {{"for", "sort"}}, "Xếp theo");
    html.open("select", {{"id", "sort"}, {"name", "sort"}});
    for (const auto& [value, label] : orders) {
        Html::Attributes option = {{"value", value}};
        if (chosen == value) option.emplace_back("selected", "");
        html.element("option", option, label);
    }
    html.close().close();
}

void write_form(Html& html, const std::string& query, const std::string& from,
                const std::string& to, const std::string& sort) {
    html.open("header").open("div", {{"class", "brand"}});
    html.element("a", {{"href", "/"}}, "Tìm trong báo cáo xã, phường").close();
    html.open("form", {{"id", "search"}, {"role", "search"}, {"action", "/"}, {"method", "get"}});
    html.element("label", {{"for", "q"}, {"class", "hidden"}}, "Từ cần tìm");
    html.open("div", {{"class", "box"}});
    html.lone("input", {{"id", "q"},
                        {"name", "q"},
                        {"type", "search"},
                        {"value", query},
                        {"maxlength", "2000"},
                        {"autocomplete", "off"},
                        {"placeholder", "nông thôn mới, BHYT, \"dịch tả lợn\", xã:Cao_Ngọc …"}});
    html.element("button", {{"type", "submit"}}, "Tìm").close();
    html.open("div", {{"class", "options"}});
    write_date(html, "from", "Từ ngày", from);
    write_date(html, "to", "Đến ngày", to);
    write_sort(html, sort);
    html.close().close().close();
}

void write_passage(Html& html, const PageState& state, const ReportHit& report,
                   const PassageHit& passage) {
    html.open("div", {{"class", "passage"}});
    const std::string path = render::heading_line(passage.heading_path);
    html.open("p", {{"class", "path"}});
    html.open("a", {{"href", state.report_url(report.about.id, passage.ordinal)}});
    if (path.empty()) html.text("Đoạn " + std::to_string(passage.ordinal));
    html.fragments(render::heading_fragments(passage)).close();
    if (passage.plan_or_result == "next") html.element("span", {{"class", "tag"}}, "kế hoạch");
    if (!passage.is_full) html.element("span", {{"class", "tag"}}, "gần đúng");
    html.close();
    if (passage.table) {
        html.table(*passage.table, path);
    } else {
        html.open("p", {{"class", "excerpt"}}).fragments(passage.excerpt).close();
    }
    for (const PassageHit::Meaning& meaning : passage.meanings) {
        if (meaning.long_form.empty() || !(meaning.is_ambiguous || meaning.is_defined)) continue;
        html.element("p", {{"class", "note"}}, meaning.short_form + " = " + meaning.long_form);
    }
    html.close();
}

std::string source_of(const schema::ReportDescription& about) {
    std::string line;
    for (const std::string& part :
         {about.number, render::shown_date(about.date), render::reported_period(about.period).vi,
          about.issuer, about.commune, about.district, about.province}) {
        if (part.empty() || (part == about.commune && about.issuer.ends_with(part))) continue;
        line += (line.empty() ? "" : " · ") + part;
    }
    return line;
}

void write_report(Html& html, const PageState& state, const ReportHit& report) {
    html.open("li").open("article");
    html.open("h2").open("a", {{"href", state.report_url(report.about.id, 0)}});
    if (report.marked_title.empty()) {
        html.text(report.about.title.empty() ? report.about.path : report.about.title);
    } else {
        html.fragments(report.marked_title);
    }
    html.close().close().element("p", {{"class", "source"}}, source_of(report.about));
    for (const PassageHit& passage : report.passages) write_passage(html, state, report, passage);
    if (report.more_passages > 0) {
        html.open("p", {{"class", "note"}});
        html.element("a", {{"href", state.report_url(report.about.id, 0)}},
                     "còn " + shown_number(report.more_passages) + " đoạn trong báo cáo này");
        html.close();
    }
    if (report.similar_reports > 0) {
        html.element(
            "p", {{"class", "note"}},
            "và " + shown_number(report.similar_reports) + " báo cáo khác của xã viết gần như vậy");
    }
    html.close().close();
}

void write_notices(Html& html, const PageState& state, const SearchResult& result) {
    for (const Notice& notice : result.notices) {
        if (notice.code == notice_code(NoticeKind::corrected)) continue;  // a chip says so
        html.open("p", {{"class", "notice"}});
        if (notice.code == notice_code(NoticeKind::did_you_mean)) {
            html.text("Ý bạn là ")
                .element("a", {{"href", state.replacing("q", result.suggestion)}},
                         result.suggestion);
            html.text("?");
        } else {
            html.text(notice.message.vi);
        }
        html.close();
    }
}

void write_nothing_found(Html& html, const PageState& state) {
    html.open("div", {{"class", "empty"}});
    html.element("p", {}, "Không tìm thấy báo cáo nào. Hãy thử:");
    html.open("ul");
    html.element("li", {}, "ít từ hơn, không có dấu ngoặc kép;");
    html.element("li", {}, "xem lại chính tả; gõ không dấu cũng được;");
    if (!state.search().choices.empty() || state.search().from != 0 || state.search().to != 0) {
        html.open("li").element("a", {{"href", state.without_filters()}}, "bỏ mọi bộ lọc");
        html.text(";").close();
    }
    html.open("li").element("a", {{"href", "/"}}, "xem các báo cáo mới nhất");
    html.text(".").close().close().close();
}

void write_pager(Html& html, const PageState& state, const SearchResult& result) {
    const std::size_t offset = result.offset;
    html.open("nav", {{"class", "pager"}, {"aria-label", "Các trang kết quả"}});
    if (offset > 0) {
        const std::size_t last = (std::max<std::size_t>(result.total_reports, 1) - 1) / page_size;
        const std::size_t before = result.reports.empty() ? std::min(last * page_size, offset)
                                                          : offset - std::min(offset, page_size);
        html.element("a",
                     {{"rel", "prev"}, {"href", state.replacing("offset", std::to_string(before))}},
                     result.reports.empty() ? "‹ Trang cuối" : "‹ Trang trước");
    }
    if (!result.next_cursor.empty()) {
        html.element("a",
                     {{"rel", "next"},
                      {"href", state.replacing("offset", std::to_string(offset + page_size))}},
                     "Trang sau ›");
    }
    html.close();
}

std::string total_line(const SearchResult& result) {
    if (result.total_reports == 0) return "Không tìm thấy báo cáo nào";
    std::string line = shown_number(result.total_passages) + " đoạn trong " +
                       shown_number(result.total_reports) + " báo cáo";
    if (const std::size_t near = result.total_passages - result.full_passages; near > 0)
        line += result.full_passages == 0
                    ? ", đều chỉ gần đúng"
                    : ", trong đó " + shown_number(near) + " đoạn chỉ gần đúng";
    if (result.reports.empty()) {
        line += ", không còn kết quả nào ở trang này";
    } else if (result.offset > 0 || !result.next_cursor.empty()) {
        line += ", đang xem " + shown_number(result.offset + 1) + "–" +
                shown_number(result.offset + result.reports.size());
    }
    return line;
}

void write_results(Html& html, const PageState& state, const SearchResult& result) {
    html.open("section", {{"id", "results"}, {"aria-labelledby", "total"}});
    html.element("h1", {{"id", "total"}, {"tabindex", "-1"}}, total_line(result));
    write_chips(html, state, result);
    write_notices(html, state, result);
    write_histogram(html, state, result);
    if (result.total_reports == 0) {
        write_nothing_found(html, state);
    } else {
        html.open("p", {{"class", "export"}}).text("Tải danh sách: ");
        html.element("a", {{"href", state.url("/xuat.csv")}, {"download", ""}}, "CSV").text(" · ");
        html.element("a", {{"href", state.url("/xuat.txt")}, {"download", ""}},
                     "văn bản có trích dẫn");
        html.close();
        html.open("ol", {{"class", "reports"}, {"start", std::to_string(result.offset + 1)}});
        for (const ReportHit& report : result.reports) write_report(html, state, report);
        html.close();
        write_pager(html, state, result);
    }
    html.close();
}

void write_footer(Html& html, const SearchResult& result) {
    html.close().open("footer").open("p");
    html.text("Chỉ mục " + result.generation + " · ");
    html.element("a", {{"href", "/schema"}}, "lược đồ JSON").close();
    html.element("p", {{"id", "status"}, {"role", "status"}, {"class", "hidden"}}, "");
}

struct StaticFile {
    std::string_view name, type, content;
};

const StaticFile* find_static(std::string_view name) {
    static const std::array<StaticFile, 3> files = {
        {{"app.js", "text/javascript; charset=utf-8", embedded::app_js()},
         {"icon.svg", "image/svg+xml", embedded::icon_svg()},
         {"style.css", "text/css; charset=utf-8", embedded::style_css()}}};
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const StaticFile& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

}  // namespace

HttpResponse search_page(const HttpRequest& request, const Searcher& searcher) {
    PageState state(request);
    state.search().facets = page_facets();
    const SearchResult result = searcher.search(state.search());
    const std::string& query = state.search().query;
    Html html;
    begin_page(html, (query.empty() ? "Báo cáo mới nhất" : query) + " · commsearch");
    write_form(html, query, state.value("from"), state.value("to"), state.value("sort"));
    html.open("main", {{"id", "main"}, {"class", "layout"}});
    write_results(html, state, result);
    html.open("aside", {{"aria-label", "Bộ lọc"}});
    html.element("h2", {{"class", "aside"}}, "Lọc");
    write_facets(html, state, result);
    html.close();
    write_footer(html, result);
    return html_response(html);
}

HttpResponse error_page(int status, const std::string& message, const std::string& query) {
    Html html;
    begin_page(html, "Không tìm được · commsearch");
    write_form(html, query, "", "", "");
    html.open("main", {{"id", "main"}}).open("section", {{"id", "results"}});
    html.element("h1", {{"id", "total"}, {"tabindex", "-1"}}, "Không tìm được");
    html.element("p", {{"class", "notice"}, {"role", "alert"}}, message);
    html.open("p").element("a", {{"href", "/"}}, "Về trang đầu").close();
    return html_response(html, status);
}

std::string static_url(const std::string& name) {
    const StaticFile* const file = find_static(name);
    const std::uint64_t version = file == nullptr ? 0 : fingerprint(file->content);
    return "/static/" + name + "?v=" + std::to_string(version % 100'000'000);
}

HttpResponse static_file(const HttpRequest& request, const std::string& name) {
    HttpResponse response;
    const StaticFile* const file = find_static(name);
    if (file == nullptr) {
        response.status = 404;
        response.content_type = "text/plain; charset=utf-8";
        response.body = "Không có tệp này.\n";
        return response;
    }
    response.etag = "\"" + std::to_string(fingerprint(file->content)) + '"';
    if (request.if_none_match.find(response.etag) != std::string::npos) {
        response.status = 304;
        return response;
    }
    response.content_type = file->type;
    response.body = file->content;
    return response;
}

}  // namespace commsearch::server
