#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace commsearch::server {

/// Lines of JSON for a journal. Holds nothing about who asked or what was asked. Any thread may
/// write to it.
class Log {
public:
    /// `write` gets whole lines, from one thread at a time.
    using Write = std::function<void(const std::string& line)>;

    Log(Write write, bool tells_requests)
        : write_(std::move(write)), tells_requests_(tells_requests) {}

    struct Request {
        std::string_view method;
        std::string_view route;
        int status = 0;
        std::size_t bytes = 0;
        double milliseconds = 0;
        std::string_view generation;
    };
    void request(const Request& request);
    /// Something about the server itself.
    void event(std::string_view level, std::string_view message);

private:
    void line(std::string text);

    Write write_;
    bool tells_requests_;
    std::mutex mutex_;
};

}  // namespace commsearch::server
