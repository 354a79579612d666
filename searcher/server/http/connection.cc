#include "searcher/server/http/connection.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

#include "analyzers/base/message.h"
#include "searcher/render/render_json.h"
#include "searcher/server/http/accepted.h"
#include "searcher/server/http/gzip.h"
#include "searcher/server/http/url.h"

namespace commsearch::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

constexpr std::uint32_t max_header_bytes = 8U << 10U;
constexpr std::size_t max_target_bytes = 7000;
constexpr std::size_t max_buffer_bytes = 16U << 10U;

/// A page of ours may load scripts, styles and data from here and nothing from anywhere else.
constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

std::string text(boost::core::string_view view) { return {view.data(), view.size()}; }

/// A header that is a list and may stand on several lines, as one.
template <typename Fields>
std::string list_of(const Fields& header, http::field name) {
    std::string list;
    const auto [first, last] = header.equal_range(name);
    for (auto line = first; line != last; ++line)
        list += (list.empty() ? "" : ",") + text(line->value());
    return list;
}

/// What two servers may read differently; nothing when the header is plain.
template <typename Fields>
std::optional<Message> ambiguity(const Fields& header) {
    if (header.count(http::field::transfer_encoding) > 0) {
        return Message{"không nhận Transfer-Encoding; hãy gửi Content-Length",
                       "Transfer-Encoding is not taken; send Content-Length"};
    }
    if (header.count(http::field::content_length) > 1 || header.count(http::field::host) > 1) {
        return Message{"tiêu đề bị lặp", "a header is given twice"};
    }
    if (header.version() == 11 && header.count(http::field::host) == 0)
        return Message{"thiếu tiêu đề Host", "the header Host is missing"};
    return std::nullopt;
}

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, asio::ip::address address,
                       const HttpLimits& limits, ConnectionOwner& owner)
    : stream_(std::move(socket)),
      address_(std::move(address)),
      limits_(limits),
      owner_(owner),
      buffer_(max_buffer_bytes) {
    Error ignored;
    stream_.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
}

Connection::~Connection() { owner_.ended(*this); }

void Connection::close_if_idle() {
    Error ignored;
    if (is_idle_ && stream_.socket().available(ignored) == 0) close();
}

void Connection::close() {
    Error ignored;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    stream_.close();
}

void Connection::linger() {
    constexpr std::chrono::seconds longest{1};
    Error ignored;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    stream_.expires_after(longest);
    discard();
}

void Connection::discard() {
    stream_.async_read_some(asio::buffer(discarded_),
                            [self = shared_from_this()](Error error, std::size_t) {
                                if (error) return self->stream_.close();
                                self->discard();
                            });
}

void Connection::read_header() {
    parser_.emplace();
    audience_ = {};
    parser_->header_limit(max_header_bytes);
    parser_->body_limit(protocol::max_request_bytes);
    is_idle_ = buffer_.size() == 0;
    stream_.expires_after(limits_.request_time);
    http::async_read_header(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](Error error, std::size_t) { self->on_header(error); });
}

void Connection::on_header(Error error) {
    is_idle_ = false;
    if (error) return fail_reading(error);
    const auto& header = parser_->get();
    version_ = header.version();
    is_head_ = header.method() == http::verb::head;
    audience_.reads_pages = prefers_html(list_of(header, http::field::accept));
    if (text(header[http::field::accept_language]).starts_with("en"))
        audience_.language = Language::english;
    if (version_ != 11 && version_ != 10)
        return refuse(505, "http-version", {"chỉ nhận HTTP/1.1", "only HTTP/1.1 is taken"});
    if (const auto problem = ambiguity(header)) {
        const bool is_chunked = header.count(http::field::transfer_encoding) > 0;
        return refuse(is_chunked ? 501 : 400, "bad-header", *problem);
    }
    if (header.target().size() > max_target_bytes) {
        return refuse(414, "too-long",
                      {"địa chỉ quá dài; hãy dùng POST /search",
                       "the address is too long; use POST /search"});
    }
    if (!beast::iequals(header[http::field::expect], "100-continue")) return read_body();
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(stream_, asio::buffer(go_on),
                      [self = shared_from_this()](Error failed, std::size_t) {
                          if (!failed) self->read_body();
                      });
}

void Connection::read_body() {
    http::async_read(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](Error error, std::size_t) { self->on_request(error); });
}

void Connection::on_request(Error error) {
    if (error) return fail_reading(error);
    stream_.expires_never();
    auto message = parser_->release();
    keeps_ = message.keep_alive();
    HttpRequest request;
    request.method = text(message.method_string());
    request.target = text(message.target());
    const std::optional<Url> url = parse_target(request.target);
    if (!url) {
        return refuse(400, "bad-target",
                      {"địa chỉ không hợp lệ: cần UTF-8 mã hóa phần trăm",
                       "the address is not valid: percent-encoded UTF-8 needed"});
    }
    request.path = url->path;
    request.parameters = url->parameters;
    request.body = std::move(message.body());
    request.if_none_match = text(message[http::field::if_none_match]);
    request.origin = text(message[http::field::origin]);
    request.takes_gzip = takes_gzip(list_of(message, http::field::accept_encoding));
    request.prefers_html = audience_.reads_pages;
    request.language = audience_.language;
    request.deadline = std::chrono::steady_clock::now() + limits_.search_time;
    const bool is_taken = owner_.answer(
        std::move(request),
        [self = shared_from_this()](HttpResponse response) { self->write(std::move(response)); });
    if (!is_taken) {
        refuse(503, "busy", busy_message());
    }
}

void Connection::fail_reading(Error error) {
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        return refuse(431, "too-long", {"tiêu đề quá dài", "the header is too long"});
    }
    if (error == http::error::body_limit) {
        const std::string limit = std::to_string(protocol::max_request_bytes);
        return refuse(413, "too-long",
                      {"yêu cầu dài quá " + limit + " byte; hãy rút ngắn",
                       "the request is longer than " + limit + " bytes; make it shorter"});
    }
    if (error == beast::error::timeout) {
        owner_.refused(Metrics::Refusal::too_slow);
        return close();
    }
    const bool is_left = error == http::error::end_of_stream ||
                         error == http::error::partial_message || error == asio::error::eof ||
                         error.category() == asio::error::get_system_category();
    if (is_left || error == asio::error::operation_aborted) return close();
    refuse(400, "bad-http",
           {"không phải HTTP hợp lệ: " + error.message(), "no valid HTTP: " + error.message()});
}

void Connection::refuse(int status, const char* code, const Message& message) {
    if (status != 503) owner_.refused(Metrics::Refusal::malformed);
    HttpResponse response = owner_.error(status, code, message, audience_);
    if (status == 503) response.headers.emplace_back("Retry-After", "1");
    keeps_ = keeps_ && status == 503;
    is_refused_ = !keeps_;
    write(std::move(response));
}

void Connection::write(HttpResponse response) {
    const bool keeps = keeps_ && !owner_.stopping();
    response_.emplace(static_cast<http::status>(response.status), version_);
    Response& message = *response_;
    message.set(http::field::content_type, response.content_type);
    message.set(http::field::vary, "Accept, Accept-Encoding, Accept-Language, Origin");
    if (!response.etag.empty()) {
        message.set(http::field::etag, response.etag);
        message.set(http::field::cache_control, "no-cache");
    } else {
        message.set(http::field::cache_control, "no-store");
    }
    message.set("Content-Security-Policy", content_security_policy);
    message.set("X-Content-Type-Options", "nosniff");
    message.set("Referrer-Policy", "no-referrer");
    for (const auto& [name, value] : response.headers) message.set(name, value);
    const std::size_t size = response.body.size();
    if (!is_head_) message.body() = std::move(response.body);
    message.keep_alive(keeps);
    if (response.status == 304 || response.status == 204) {
        message.body().clear();
    } else {
        message.content_length(size);
    }
    stream_.expires_after(limits_.answer_time);
    const auto done = [self = shared_from_this(), keeps](Error error, std::size_t) {
        self->on_written(error, keeps);
    };
    http::async_write(stream_, message, done);
}

void Connection::on_written(Error error, bool keeps) {
    if (error == beast::error::timeout) owner_.refused(Metrics::Refusal::too_slow);
    if (!error && is_refused_) return linger();
    if (error || !keeps) return close();
    read_header();
}

}  // namespace commsearch::server
