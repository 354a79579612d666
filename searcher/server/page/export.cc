#include "searcher/server/page/export.h"

#include <vector>

#include "searcher/render/citation.h"
#include "searcher/server/page/page.h"
#include "searcher/server/page/page_state.h"

namespace commsearch::server {
namespace {

constexpr std::size_t max_reports = 1000;

SearchResult exported(const HttpRequest& request, const Searcher& searcher) {
    PageState state(request);
    SearchRequest& search = state.search();
    search.limit = max_reports;
    search.fold_similar = false;  // a list has every report that the page counts
    search.offset = 0;
    search.cursor.clear();
    search.facets.clear();
    return searcher.search(search);
}

std::string text_of(const PassageHit& passage) {
    std::string text;
    for (const Fragment& fragment : passage.excerpt) text += fragment.text;
    return text;
}

HttpResponse download(const std::string& name, const std::string& type, std::string body) {
    HttpResponse response;
    response.content_type = type;
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + '"');
    response.body = std::move(body);
    return response;
}

void append_row(std::string& out, const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i)
        out += (i == 0 ? "" : ",") + csv_field(fields[i]);
    out += "\r\n";
}

}  // namespace

std::string csv_field(std::string_view text) {
    constexpr std::string_view dangerous = "=+-@\t\r\n";
    const bool is_formula = !text.empty() && dangerous.find(text.front()) != std::string_view::npos;
    std::string field = "\"";
    if (is_formula) field += '\'';
    for (const char c : text) {
        if (c == '"') field += '"';
        field += c;
    }
    return field + '"';
}

HttpResponse csv_export(const HttpRequest& request, const Searcher& searcher) {
    const SearchResult result = exported(request, searcher);
    std::string out = "\xEF\xBB\xBF";  // spreadsheets read UTF-8 by this mark
    append_row(out, {"Tiêu đề", "Số", "Ngày", "Cơ quan", "Xã", "Huyện", "Tỉnh", "Mục", "Đoạn trích",
                     "Trích dẫn", "Mã đoạn"});
    for (const ReportHit& report : result.reports) {
        const schema::ReportDescription& about = report.about;
        for (const PassageHit& passage : report.passages) {
            append_row(out, {about.title, about.number, render::shown_date(about.date),
                             about.issuer, about.commune, about.district, about.province,
                             render::heading_line(passage.heading_path), text_of(passage),
                             render::citation(report, passage), passage.id});
        }
    }
    return download("ket-qua.csv", "text/csv; charset=utf-8", std::move(out));
}

HttpResponse text_export(const HttpRequest& request, const Searcher& searcher) {
    const SearchResult result = exported(request, searcher);
    std::string out;
    for (const ReportHit& report : result.reports) {
        for (const PassageHit& passage : report.passages)
            out += "“" + text_of(passage) + "”\n(" + render::citation(report, passage) + ")\n\n";
    }
    return download("ket-qua.txt", "text/plain; charset=utf-8", std::move(out));
}

}  // namespace commsearch::server
