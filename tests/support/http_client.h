#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace commsearch {

/// What came back, as it was sent.
struct RawResponse {
    int status = 0;                              ///< 0: the connection ended without an answer
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
};

/// A TCP connection of a test: sends any bytes, reads answers one by one.
class HttpClient {
public:
    /// Throws std::system_error when nobody listens.
    explicit HttpClient(std::uint16_t port);
    ~HttpClient();
    HttpClient(HttpClient&& other) noexcept : socket_(other.socket_) { other.socket_ = -1; }
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// False when the other end is gone.
    bool send(std::string_view bytes) const;
    /// The next answer; status 0 when the connection ends or nothing comes in time.
    RawResponse read(std::chrono::milliseconds limit = std::chrono::seconds(20));
    /// Whether the other end closes in time without a further byte.
    [[nodiscard]] bool is_closed_within(std::chrono::milliseconds limit);

    /// "GET target", answered.
    RawResponse get(const std::string& target, const std::string& more_headers = {});
    RawResponse post(const std::string& target, const std::string& body,
                     const std::string& more_headers = {});

private:
    bool fill(std::chrono::steady_clock::time_point end);

    int socket_ = -1;
    std::string buffer_;
};

}  // namespace commsearch
