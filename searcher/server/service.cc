#include "searcher/server/service.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "analyzers/base/fingerprint.h"
#include "searcher/render/render_json.h"
#include "searcher/server/endpoints.h"
#include "searcher/server/errors.h"
#include "searcher/server/page/page.h"

namespace commsearch::server {
namespace {

/// The same text within one edition of the index has the same tag.
std::string etag_of(const HttpRequest& request, const std::string& edition) {
    const std::string asked =
        request.target + (request.language == Language::english ? "\nen" : "");
    std::array<char, 20> hex{};
    const auto end = std::to_chars(hex.data(), hex.data() + hex.size(), fingerprint(asked), 16).ptr;
    return "W/\"" + edition + '-' + std::string(hex.data(), end) + '"';
}

bool is_known(const std::string& if_none_match, const std::string& etag) {
    return if_none_match == "*" || if_none_match.find(etag.substr(2)) != std::string::npos;
}

/// Who reads what an address answers and is told its errors.
enum class Reader : std::uint8_t { person, program, whom_accept_says };

/// Endpoints by what their path begins with.
struct Endpoint {
    std::string_view path;   ///< of "/reports/" everything behind it is its argument
    std::string_view route;  ///< for metrics
    std::function<HttpResponse(const HttpRequest&, const Searcher&, const std::string&)> answer;
    Reader reader = Reader::program;
    bool takes_post = false;
};

const std::vector<Endpoint>& endpoints() {
    using R = const HttpRequest&;
    using S = const Searcher&;
    using A = const std::string&;
    static const std::vector<Endpoint> all = {
        {"/", "page", [](R request, S searcher, A) { return search_page(request, searcher); },
         Reader::person},
        {"/bao-cao", "report_page",
         [](R request, S searcher, A) { return report_page(request, searcher); }, Reader::person},
        {"/xuat.csv", "export_csv",
         [](R request, S searcher, A) { return csv_export(request, searcher); },
         Reader::whom_accept_says},
        {"/xuat.txt", "export_text",
         [](R request, S searcher, A) { return text_export(request, searcher); },
         Reader::whom_accept_says},
        {"/search", "search",
         [](R request, S searcher, A) { return search_endpoint(request, searcher); },
         Reader::program, true},
        {"/suggest", "suggest",
         [](R request, S searcher, A) { return suggest_endpoint(request, searcher); }},
        {"/facets/", "facets",
         [](R request, S searcher, A name) { return facet_endpoint(request, searcher, name); }},
        {"/reports/", "reports",
         [](R request, S searcher, A id) { return report_endpoint(request, searcher, id); }},
        {"/passages/", "passages",
         [](R request, S searcher, A id) { return passage_endpoint(request, searcher, id); }},
        {"/schema", "schema", [](R, S, A) { return schema_endpoint(""); }},
        {"/schema/", "schema", [](R, S, A name) { return schema_endpoint(name); }},
        {"/static/", "static", [](R request, S, A name) { return static_file(request, name); }},
    };
    return all;
}

const Endpoint* endpoint_of(const std::string& path) {
    for (const Endpoint& endpoint : endpoints()) {
        const bool has_argument = endpoint.path.size() > 1 && endpoint.path.ends_with('/');
        const bool fits =
            has_argument ? path.starts_with(endpoint.path) && path.size() > endpoint.path.size()
                         : path == endpoint.path;
        if (fits) return &endpoint;
    }
    return nullptr;
}

ErrorAudience audience_of(const HttpRequest& request) {
    const Endpoint* const endpoint = endpoint_of(request.path);
    const Reader reader = endpoint == nullptr ? Reader::whom_accept_says : endpoint->reader;
    ErrorAudience audience{.reads_pages = reader == Reader::person, .language = request.language};
    if (reader == Reader::whom_accept_says) audience.reads_pages = request.prefers_html;
    for (const auto& [name, value] : request.parameters)
        if (name == "q") audience.query = value;
    return audience;
}

HttpResponse not_allowed(const std::string& methods, const HttpRequest& request) {
    HttpResponse response =
        error_response(405, "method", {"chỉ nhận: " + methods, "only these are taken: " + methods},
                       audience_of(request));
    response.headers.emplace_back("Allow", methods);
    return response;
}

}  // namespace

HttpResponse Service::handle(const HttpRequest& request, std::size_t worker) {
    const auto start = std::chrono::steady_clock::now();
    const std::shared_ptr<const Snapshot> snapshot = generations_.current();
    HttpResponse response;
    try {
        if (start > request.deadline) {
            response = error_response(503, "busy", busy_message(), audience_of(request));
        } else {
            response = status(request, snapshot->name());
            if (response.status == 0) response = route(request, snapshot->searchers.at(worker));
        }
    } catch (...) {
        response = current_error_response(audience_of(request));
        const Endpoint* const endpoint = endpoint_of(request.path);
        if (endpoint != nullptr) response.route = endpoint->route;
    }
    allow_origin(request, response);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    metrics_.answered(response.route, response.status, time);
    log_.request({.method = request.method.size() > 7 ? "other" : request.method,
                  .route = response.route,
                  .status = response.status,
                  .bytes = response.body.size(),
                  .milliseconds = time.count() * 1000,
                  .generation = snapshot->name()});
    return response;
}

/// What needs no index; status 0 for everything else.
HttpResponse Service::status(const HttpRequest& request, const std::string& generation) const {
    HttpResponse response;
    const bool is_health = request.path == "/healthz" || request.path == "/readyz";
    if (request.method == "OPTIONS") {
        response.status = 204;
        response.route = "options";
        response.headers.emplace_back("Allow", "GET, HEAD, POST, OPTIONS");
        response.headers.emplace_back("Access-Control-Allow-Methods", "GET, POST");
        response.headers.emplace_back("Access-Control-Allow-Headers", "Content-Type");
        response.headers.emplace_back("Access-Control-Max-Age", "600");
    } else if (is_health) {
        const bool is_ready = request.path == "/healthz" || !is_stopping_;
        response.status = is_ready ? 200 : 503;
        response.route = request.path.substr(1);
        const std::string word =
            !is_ready ? "stopping" : (request.path == "/healthz" ? "ok" : "ready");
        response.body =
            R"({"version":1,"status":")" + word + R"(","generation":")" + generation + "\"}\n";
    } else if (request.path == "/metrics") {
        response.route = "metrics";
        response.content_type = "text/plain; version=0.0.4; charset=utf-8";
        response.body = metrics_.text();
    } else {
        response.status = 0;
    }
    return response;
}

HttpResponse Service::route(const HttpRequest& request, const Searcher& searcher) const {
    const Endpoint* const endpoint = endpoint_of(request.path);
    if (endpoint == nullptr) {
        return error_response(404, "not-found",
                              {"không có địa chỉ này; xem docs/server.md",
                               "there is no such address; see docs/server.md"},
                              audience_of(request));
    }
    HttpResponse response;
    const bool reads = request.method == "GET" || request.method == "HEAD";
    const std::string etag = reads ? etag_of(request, searcher.edition()) : "";
    if (!reads && !(endpoint->takes_post && request.method == "POST")) {
        response = not_allowed(endpoint->takes_post ? "GET, HEAD, POST" : "GET, HEAD", request);
    } else if (reads && is_known(request.if_none_match, etag)) {
        response.status = 304;
        response.etag = etag;
    } else {
        response = endpoint->answer(
            request, searcher,
            request.path.substr(std::min(request.path.size(), endpoint->path.size())));
        if (response.status == 200 && response.etag.empty()) response.etag = etag;
    }
    response.route = endpoint->route;
    return response;
}

void Service::allow_origin(const HttpRequest& request, HttpResponse& response) const {
    if (request.origin.empty()) return;
    for (const std::string& origin : options_.cors_origins) {
        if (origin != "*" && origin != request.origin) continue;
        response.headers.emplace_back("Access-Control-Allow-Origin", origin);
        return;
    }
}

}  // namespace commsearch::server
