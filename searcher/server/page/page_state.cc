#include "searcher/server/page/page_state.h"

#include <algorithm>

#include "searcher/server/http/url.h"
#include "searcher/server/page/page.h"

namespace commsearch::server {
namespace {

std::string address(const std::string& path, const protocol::Parameters& parameters) {
    std::string text = path;
    char separator = '?';
    for (const auto& [name, value] : parameters) {
        text += separator + url_encoded(name) + '=' + url_encoded(value);
        separator = '&';
    }
    return text;
}

protocol::Parameters first_page(protocol::Parameters parameters) {
    std::erase_if(parameters, [](const auto& one) { return one.first == "offset"; });
    return parameters;
}

}  // namespace

PageState::PageState(const HttpRequest& request) : parameters_(request.parameters) {
    std::erase_if(parameters_, [](const auto& one) {
        return one.second.empty() || !protocol::is_parameter(one.first);
    });
    search_ = protocol::read_parameters(parameters_).queries.front();
    search_.limit = page_size;
    search_.deadline = request.deadline;
}

std::string PageState::value(const std::string& name) const {
    const auto found = std::find_if(parameters_.begin(), parameters_.end(),
                                    [&](const auto& one) { return one.first == name; });
    return found == parameters_.end() ? "" : found->second;
}

bool PageState::has(const std::string& name, const std::string& value) const {
    return std::any_of(parameters_.begin(), parameters_.end(),
                       [&](const auto& one) { return one.first == name && one.second == value; });
}

std::string PageState::url(const std::string& path) const { return address(path, parameters_); }

std::string PageState::with(const std::string& name, const std::string& value) const {
    protocol::Parameters changed = first_page(parameters_);
    changed.emplace_back(name, value);
    return address("/", changed);
}

std::string PageState::without(const std::string& name, const std::string& value) const {
    protocol::Parameters changed = first_page(parameters_);
    std::erase_if(changed,
                  [&](const auto& one) { return one.first == name && one.second == value; });
    return address("/", changed);
}

std::string PageState::replacing(const std::string& name, const std::string& value) const {
    protocol::Parameters changed = first_page(parameters_);
    std::erase_if(changed, [&](const auto& one) { return one.first == name; });
    changed.emplace_back(name, value);
    return address("/", changed);
}

std::string PageState::without_filters() const {
    const std::string query = value("q");
    return query.empty() ? "/" : address("/", {{"q", query}});
}

std::string PageState::report_url(const std::string& id, std::uint32_t passage) const {
    protocol::Parameters changed = parameters_;
    std::erase_if(changed, [](const auto& one) { return one.first == "id"; });
    changed.emplace_back("id", id);
    const std::string anchor = passage == 0 ? "" : "#d" + std::to_string(passage);
    return address("/bao-cao", changed) + anchor;
}

std::string shown_number(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ".");
    }
    return digits;
}

void begin_page(Html& html, const std::string& title) {
    html.open("html", {{"lang", "vi"}}).open("head");
    html.lone("meta", {{"charset", "utf-8"}});
    html.lone("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.element("title", {}, title);
    html.lone("link", {{"rel", "stylesheet"}, {"href", static_url("style.css")}});
    html.lone("link", {{"rel", "icon"}, {"href", static_url("icon.svg")}});
    html.element("script", {{"type", "module"}, {"src", static_url("app.js")}}, "").close();
    html.open("body");
    html.element("a", {{"class", "skip"}, {"href", "#main"}}, "Bỏ qua, tới nội dung chính");
}

HttpResponse html_response(Html& html, int status) {
    HttpResponse response;
    response.status = status;
    response.content_type = "text/html; charset=utf-8";
    response.body = html.take();
    return response;
}

}  // namespace commsearch::server
