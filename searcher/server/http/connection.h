#pragma once

// The only files that know Boost.Beast: connection.* and http_server.cc.

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <functional>
#include <memory>
#include <optional>

#include "analyzers/base/message.h"
#include "searcher/server/http/http.h"
#include "searcher/server/http/http_server.h"

namespace commsearch::server {

class Connection;

/// What a connection needs of its server; all in the one thread of the connections.
class ConnectionOwner {
public:
    using Reply = std::function<void(HttpResponse)>;

    virtual ~ConnectionOwner() = default;
    /// Has it answered by a worker; `reply` is called later. False: there is no room.
    [[nodiscard]] virtual bool answer(HttpRequest request, Reply reply) = 0;
    virtual void ended(Connection& connection) = 0;
    virtual void refused(Metrics::Refusal why) = 0;
    [[nodiscard]] virtual bool stopping() const = 0;
    /// An error to write in place of an answer.
    [[nodiscard]] virtual HttpResponse error(int status, const std::string& code,
                                             const Message& message,
                                             const ErrorAudience& audience) const = 0;
};

/// One client: reads a request, has it answered, writes the answer, and so on. Lives as long as an
/// operation of it is pending. A whole request and a whole answer have one time limit each, so that
/// neither a slow writer nor a slow reader holds it for longer. For the one thread of the
/// connections.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(boost::asio::ip::tcp::socket socket, boost::asio::ip::address address,
               const HttpLimits& limits, ConnectionOwner& owner);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start() { read_header(); }
    /// Ends it when no request has begun.
    void close_if_idle();
    [[nodiscard]] const boost::asio::ip::address& address() const { return address_; }

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using Response = boost::beast::http::response<boost::beast::http::string_body>;
    using Error = boost::beast::error_code;

    void read_header();
    void on_header(Error error);
    void read_body();
    void on_request(Error error);
    void fail_reading(Error error);
    void write(HttpResponse response);
    void on_written(Error error, bool keeps);
    /// An error in place of an answer; the connection ends with it.
    void refuse(int status, const char* code, const Message& message);
    void close();
    /// Closes after what the client still sends: else it would lose the answer.
    void linger();
    void discard();

    boost::beast::tcp_stream stream_;
    boost::asio::ip::address address_;
    const HttpLimits& limits_;
    ConnectionOwner& owner_;
    boost::beast::flat_buffer buffer_;
    std::optional<Parser> parser_;
    std::optional<Response> response_;
    bool is_idle_ = true;  ///< waits for a request of which nothing has come
    bool keeps_ = false;   ///< goes on behind this answer
    bool is_head_ = false;
    ErrorAudience audience_ = {};  ///< of the request that is read
    bool is_refused_ = false;      ///< the request was not read to its end
    std::array<char, 4096> discarded_{};
    unsigned version_ = 11;
};

}  // namespace commsearch::server
