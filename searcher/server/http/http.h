#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/base/message.h"
#include "searcher/protocol/request_reader.h"

namespace commsearch::server {

/// A request as the endpoints see it: values only, nothing of the connection.
struct HttpRequest {
    std::string method;  ///< "GET", "HEAD", "POST" or "OPTIONS"
    std::string target;  ///< as sent, for the ETag
    std::string path;    ///< decoded, UTF-8
    protocol::Parameters parameters;
    std::string body;
    std::string if_none_match;
    std::string origin;
    Language language = Language::vietnamese;  ///< by Accept-Language
    bool takes_gzip = false;
    bool prefers_html = false;  ///< by Accept, as browsers do
    std::chrono::steady_clock::time_point deadline;
};

/// What an endpoint answers.
struct HttpResponse {
    int status = 200;
    std::string content_type = "application/json; charset=utf-8";
    std::string body;
    std::string etag;                                          ///< with its quotes, may be empty
    std::vector<std::pair<std::string, std::string>> headers;  ///< more of them
    std::string route = "other";  ///< endpoint, for metrics and the log: never what was asked
};

/// Whom an error is told.
struct ErrorAudience {
    bool reads_pages = false;  ///< a person in a browser; else a program, which gets JSON
    Language language = Language::vietnamese;  ///< of the JSON; pages are in Vietnamese
    std::string query = {};                    ///< what the page's search box holds
};

/// Of a 503.
inline Message busy_message() {
    return {"máy chủ đang bận; hãy thử lại sau giây lát",
            "the server is busy; try again in a moment"};
}

}  // namespace commsearch::server
