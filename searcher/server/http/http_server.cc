#include "searcher/server/http/http_server.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <new>
#include <set>
#include <unordered_map>

#include "analyzers/base/message.h"
#include "searcher/server/http/connection.h"
#include "searcher/server/http/gzip.h"
#include "searcher/server/http/worker_pool.h"

namespace commsearch::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// Less is not worth compressing.
constexpr std::size_t min_gzip_bytes = 1024;

/// On a worker, so that the thread of the connections only writes.
void compress(HttpResponse& response) {
    if (response.body.size() < min_gzip_bytes) return;
    std::string small = gzipped(response.body);
    if (small.empty()) return;
    response.body = std::move(small);
    response.headers.emplace_back("Content-Encoding", "gzip");
}

/// Connections that still read or write are cut then.
constexpr std::chrono::seconds stop_limit{10};

}  // namespace

struct HttpServer::Impl : ConnectionOwner {
    Impl(const HttpLimits& given, Handler its_handler, ErrorHandler its_error_handler,
         Metrics& its_metrics)
        : limits(given),
          handler(std::move(its_handler)),
          error_handler(std::move(its_error_handler)),
          metrics(its_metrics),
          pool(limits.workers, limits.max_queued) {
        listen();
    }

    ~Impl() override { is_over = true; }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void listen() {
        error_code error;
        const asio::ip::address address = asio::ip::make_address(limits.address, error);
        const tcp::endpoint endpoint(address, limits.port);
        if (!error) acceptor.open(endpoint.protocol(), error);
        if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
        if (!error) acceptor.bind(endpoint, error);
        if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (!error) return;
        const std::string where = limits.address + ':' + std::to_string(limits.port);
        throw Error({"không lắng nghe được tại " + where + ": " + error.message() +
                         "; hãy chọn --address, --port khác",
                     "cannot listen at " + where + ": " + error.message() +
                         "; choose another --address or --port"});
    }

    void accept() {
        acceptor.async_accept([this](error_code error, tcp::socket socket) {
            if (is_stopping) return;
            if (!error) {
                is_accepting = false;
                accept();
                welcome(std::move(socket));
                return;
            }
            // Out of file descriptors: wait for some to be closed.
            constexpr std::chrono::milliseconds pause{50};
            accept_timer.expires_after(pause);
            accept_timer.async_wait([this](error_code stopped) {
                if (!stopped && !is_stopping) accept();
            });
        });
        is_accepting = true;  // behind what may throw
    }

    void welcome(tcp::socket socket) {
        error_code ignored;
        const asio::ip::address address = socket.remote_endpoint(ignored).address();
        if (connections.size() >= limits.max_connections) {
            metrics.refused(Metrics::Refusal::connections);
            return;  // closed unread
        }
        if (per_address[address] >= limits.max_per_address) {
            metrics.refused(Metrics::Refusal::per_address);
            return;
        }
        auto connection = std::make_shared<Connection>(std::move(socket), address, limits, *this);
        connections.insert(connection.get());
        ++metrics.connections;
        ++per_address[address];
        connection->start();
    }

    // ConnectionOwner
    bool answer(HttpRequest request, Reply reply) override {
        ++metrics.queued;
        const bool is_taken = pool.add([this, request = std::move(request),
                                        reply = std::move(reply)](std::size_t worker) mutable {
            --metrics.queued;
            ++metrics.working;
            auto response = std::make_shared<HttpResponse>(answer_of(request, worker));
            --metrics.working;
            asio::post(context,
                       [reply = std::move(reply), response] { reply(std::move(*response)); });
        });
        if (is_taken) return true;
        --metrics.queued;
        metrics.refused(Metrics::Refusal::queue_full);
        return false;
    }

    /// On a worker.
    [[nodiscard]] HttpResponse answer_of(const HttpRequest& request, std::size_t worker) const {
        const ErrorAudience audience{request.prefers_html, request.language};
        try {
            HttpResponse response = handler(request, worker);
            if (request.takes_gzip) compress(response);
            return response;
        } catch (const std::bad_alloc&) {
            return error_handler(503, "busy", busy_message(), audience);
        } catch (...) {
            return error_handler(500, "unexpected", {"lỗi bất ngờ", "unexpected"}, audience);
        }
    }

    void ended(Connection& connection) override {
        if (connections.erase(&connection) == 0) return;  // it never began
        --metrics.connections;
        const auto its = per_address.find(connection.address());
        if (its != per_address.end() && --its->second == 0) per_address.erase(its);
        if (!is_over && is_stopping && connections.empty()) stop_timer.cancel();
    }

    void refused(Metrics::Refusal why) override { metrics.refused(why); }
    [[nodiscard]] bool stopping() const override { return is_stopping; }
    [[nodiscard]] HttpResponse error(int status, const std::string& code, const Message& message,
                                     const ErrorAudience& audience) const override {
        return error_handler(status, code, message, audience);
    }

    /// Runs the thread of the connections. Whatever is thrown there ends the connection of which
    /// the operation was, since nothing else holds it, and no other.
    void serve() {
        for (;;) {
            try {
                if (!is_accepting && !is_stopping) accept();
                context.run();
                return;
            } catch (...) {
                metrics.refused(Metrics::Refusal::failed);
            }
        }
    }

    void stop(const std::function<void()>& on_stop) {
        if (is_stopping) return;
        is_stopping = true;
        on_stop();
        error_code ignored;
        acceptor.close(ignored);
        accept_timer.cancel();
        signals.cancel();
        const std::set<Connection*> all = connections;
        for (Connection* const connection : all) connection->close_if_idle();
        if (connections.empty()) return;
        stop_timer.expires_after(stop_limit);
        stop_timer.async_wait([this](error_code cancelled) {
            if (!cancelled) context.stop();
        });
    }

    HttpLimits limits;
    Handler handler;
    ErrorHandler error_handler;
    Metrics& metrics;
    bool is_accepting = false;
    bool is_stopping = false;
    bool is_over = false;  ///< nothing runs any more
    std::set<Connection*> connections;
    std::unordered_map<asio::ip::address, std::size_t> per_address;
    asio::io_context context{1};  ///< behind what the connections it still holds use at their end
    tcp::acceptor acceptor{context};
    asio::signal_set signals{context, SIGTERM, SIGINT};
    asio::steady_timer accept_timer{context};
    asio::steady_timer stop_timer{context};
    WorkerPool pool;  ///< last: its threads use all of the above
};

HttpServer::HttpServer(const HttpLimits& limits, Handler handler, ErrorHandler error_handler,
                       Metrics& metrics)
    : impl_(std::make_unique<Impl>(limits, std::move(handler), std::move(error_handler), metrics)) {
}
HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const { return impl_->acceptor.local_endpoint().port(); }

void HttpServer::run(const std::function<void()>& on_stop) {
    impl_->signals.async_wait([this, on_stop](error_code error, int) {
        if (!error) impl_->stop(on_stop);
    });
    impl_->serve();
}

}  // namespace commsearch::server
