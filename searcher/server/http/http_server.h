#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "searcher/server/http/http.h"
#include "searcher/server/ops/metrics.h"

namespace commsearch::server {

/// Where to listen and what strangers may cost.
struct HttpLimits {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8642;                       ///< 0: any free one
    std::chrono::milliseconds request_time{10'000};  ///< to send a whole request
    std::chrono::milliseconds answer_time{10'000};   ///< to take a whole answer
    std::chrono::milliseconds search_time{5'000};    ///< from the last byte to the answer
    std::size_t max_connections = 1000;
    std::size_t max_per_address = 50;
    std::size_t max_queued = 64;
    std::size_t workers = 2;
};

/// HTTP/1.1 over TCP: one thread for all connections, workers for the answers. Refuses what two
/// servers may read differently (Transfer-Encoding, two lengths, two hosts).
class HttpServer {
public:
    /// Answers a request on a worker (from 0). What it throws is answered with 500 or 503.
    using Handler = std::function<HttpResponse(const HttpRequest& request, std::size_t worker)>;
    /// Tells an error of the server itself, on any thread.
    using ErrorHandler =
        std::function<HttpResponse(int status, const std::string& code, const Message& message,
                                   const ErrorAudience& audience)>;

    /// Listens at once. Throws Error when the address cannot be had. `metrics` must live longer.
    HttpServer(const HttpLimits& limits, Handler handler, ErrorHandler error_handler,
               Metrics& metrics);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Serves until SIGTERM or SIGINT; then takes no more connections, finishes the requests that
    /// have begun and returns. `on_stop` is called when it begins to stop.
    void run(const std::function<void()>& on_stop);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace commsearch::server
