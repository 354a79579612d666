#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <sstream>
#include <system_error>

namespace commsearch {

HttpClient::HttpClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::system_error(errno, std::generic_category(), "connect");
}

HttpClient::~HttpClient() {
    if (socket_ >= 0) ::close(socket_);
}

bool HttpClient::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool HttpClient::fill(std::chrono::steady_clock::time_point end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now());
    pollfd ready{.fd = socket_, .events = POLLIN, .revents = 0};
    if (left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0) return false;
    std::array<char, 65536> block{};
    const ssize_t size = ::recv(socket_, block.data(), block.size(), 0);
    if (size <= 0) return false;
    buffer_.append(block.data(), static_cast<std::size_t>(size));
    return true;
}

RawResponse HttpClient::read(std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    std::size_t header_end = 0;
    while ((header_end = buffer_.find("\r\n\r\n")) == std::string::npos)
        if (!fill(end)) return {};
    RawResponse response;
    std::istringstream lines(buffer_.substr(0, header_end));
    std::string line;
    std::getline(lines, line);
    response.status = std::stoi(line.substr(line.find(' ') + 1));
    while (std::getline(lines, line)) {
        if (line.ends_with('\r')) line.pop_back();
        std::string name = line.substr(0, line.find(':'));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return static_cast<char>(std::tolower(c)); });
        response.headers[name] = line.substr(line.find(':') + 2);
    }
    const auto length = response.headers.find("content-length");
    const std::size_t size = length == response.headers.end() ? 0 : std::stoul(length->second);
    while (buffer_.size() < header_end + 4 + size)
        if (!fill(end)) return {};
    response.body = buffer_.substr(header_end + 4, size);
    buffer_.erase(0, header_end + 4 + size);
    return response;
}

bool HttpClient::is_closed_within(std::chrono::milliseconds limit) {
    pollfd ready{.fd = socket_, .events = POLLIN, .revents = 0};
    if (::poll(&ready, 1, static_cast<int>(limit.count())) <= 0) return false;
    char byte = 0;
    return ::recv(socket_, &byte, 1, MSG_PEEK) <= 0;
}

RawResponse HttpClient::get(const std::string& target, const std::string& more_headers) {
    send("GET " + target + " HTTP/1.1\r\nHost: x\r\n" + more_headers + "\r\n");
    return read();
}

RawResponse HttpClient::post(const std::string& target, const std::string& body,
                             const std::string& more_headers) {
    send("POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n" + more_headers + "\r\n" + body);
    return read();
}

}  // namespace commsearch
