#include "searcher/server/endpoints.h"

#include <algorithm>

#include "analyzers/base/message.h"
#include "searcher/facets/facet_table.h"
#include "searcher/model/request_error.h"
#include "searcher/protocol/answer.h"
#include "searcher/protocol/schema.h"
#include "searcher/render/render_json.h"
#include "searcher/server/errors.h"

namespace commsearch::server {
namespace {

HttpResponse response_of(const protocol::ProtocolAnswer& answer) {
    HttpResponse response;
    response.status = status_of(answer);
    response.body = answer.json + '\n';
    return response;
}

/// Takes one parameter out; the last one of several.
std::string taken(protocol::Parameters& parameters, const std::string& name) {
    std::string value;
    std::erase_if(parameters, [&](const auto& parameter) {
        if (parameter.first == name) value = parameter.second;
        return parameter.first == name;
    });
    return value;
}

FacetRequest::Sort sort_of(const std::string& name) {
    if (name == "count") return FacetRequest::Sort::count;
    if (name == "label") return FacetRequest::Sort::label;
    if (name == "value") return FacetRequest::Sort::value;
    if (name.empty() || name == "natural") return FacetRequest::Sort::natural;
    throw RequestError("bad-value",
                       {"order phải là một trong: natural, count, label, value",
                        "order must be one of: natural, count, label, value"},
                       "/order");
}

HttpResponse not_found(const std::string& vi, const std::string& en, Language language) {
    return error_response(404, "not-found", {vi, en}, {.language = language});
}

/// The report with its hits marked by the parameter q.
std::optional<ReportHit> marked_report(const HttpRequest& request, const Searcher& searcher,
                                       const std::string& id, Language& language) {
    protocol::ProtocolRequest asked = protocol::read_parameters(request.parameters);
    language = asked.language.value_or(language);
    return searcher.report(id, asked.queries.front());
}

}  // namespace

HttpResponse search_endpoint(const HttpRequest& request, const Searcher& searcher) {
    if (request.method == "POST") {
        return response_of(
            protocol::answer_text(searcher, request.body, request.language, request.deadline));
    }
    return response_of(protocol::answer(searcher, protocol::read_parameters(request.parameters),
                                        request.language, request.deadline));
}

HttpResponse facet_endpoint(const HttpRequest& request, const Searcher& searcher,
                            const std::string& name) {
    const std::optional<FacetKind> kind = facets::facet_of_name(name);
    if (!kind) {
        return not_found("không có bộ đếm \"" + name + "\"", "there is no facet \"" + name + "\"",
                         request.language);
    }
    protocol::Parameters parameters = request.parameters;
    FacetRequest facet{*kind};
    facet.search = taken(parameters, "find");
    facet.sort = sort_of(taken(parameters, "order"));
    SearchRequest search = protocol::read_parameters(parameters).queries.front();
    const bool has_limit = std::any_of(parameters.begin(), parameters.end(),
                                       [](const auto& one) { return one.first == "limit"; });
    if (has_limit) facet.limit = search.limit;
    search.limit = 0;
    search.facets = {facet};
    search.deadline = request.deadline;
    const SearchResult result = searcher.search(search);
    HttpResponse response;
    response.body = render::render_json_facet(result, result.facets.front()) + '\n';
    return response;
}

HttpResponse report_endpoint(const HttpRequest& request, const Searcher& searcher,
                             const std::string& id) {
    Language language = request.language;
    const std::optional<ReportHit> report = marked_report(request, searcher, id, language);
    if (!report) {
        return not_found("không có báo cáo \"" + id + "\" trong chỉ mục",
                         "the index has no report \"" + id + "\"", language);
    }
    HttpResponse response;
    response.body = render::render_json_report(*report, searcher.generation(), language) + '\n';
    return response;
}

HttpResponse passage_endpoint(const HttpRequest& request, const Searcher& searcher,
                              const std::string& id) {
    Language language = request.language;
    // A passage's id is its report's, '#' and what tells it from the others.
    const std::string report_id = id.substr(0, id.rfind('#'));
    std::optional<ReportHit> report = marked_report(request, searcher, report_id, language);
    if (report) {
        report->more_passages = report->passages.size() - 1;
        std::erase_if(report->passages,
                      [&](const PassageHit& passage) { return passage.id != id; });
    }
    if (!report || report->passages.empty()) {
        return not_found("không có đoạn \"" + id + "\" trong chỉ mục",
                         "the index has no passage \"" + id + "\"", language);
    }
    HttpResponse response;
    response.body = render::render_json_report(*report, searcher.generation(), language) + '\n';
    return response;
}

HttpResponse suggest_endpoint(const HttpRequest& request, const Searcher& searcher) {
    constexpr std::size_t shown = 8;
    const protocol::ProtocolRequest asked = protocol::read_parameters(request.parameters);
    const std::string& typed = asked.queries.front().query;
    HttpResponse response;
    response.body = render::render_json_suggestions(typed, searcher.complete(typed, shown),
                                                    searcher.generation()) +
                    '\n';
    return response;
}

HttpResponse schema_endpoint(const std::string& name) {
    HttpResponse response;
    response.content_type = "application/schema+json; charset=utf-8";
    if (name.empty()) {
        response.body = R"({"request":)" + std::string(protocol::protocol_schema("request")) +
                        R"(,"answer":)" + std::string(protocol::protocol_schema("answer")) + "}\n";
        response.content_type = "application/json; charset=utf-8";
        return response;
    }
    response.body = protocol::protocol_schema(name);
    if (response.body.empty())
        return not_found("không có lược đồ này", "there is no such schema", Language::vietnamese);
    return response;
}

}  // namespace commsearch::server
