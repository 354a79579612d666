#include "searcher/server/ops/log.h"

#include <array>
#include <chrono>
#include <cmath>
#include <ctime>
#include <nlohmann/json.hpp>

namespace commsearch::server {
namespace {

using Json = nlohmann::ordered_json;

/// "2026-01-31T12:00:00.123Z"
std::string now_text() {
    const auto now = std::chrono::system_clock::now();
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() %
        1000;
    const std::string digits = std::to_string(1000 + milliseconds).substr(1);
    return std::string(text.data(), size) + '.' + digits + 'Z';
}

std::string printed(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

void Log::request(const Request& request) {
    if (!tells_requests_) return;
    line(printed({{"time", now_text()},
                  {"level", "info"},
                  {"event", "request"},
                  {"method", request.method},
                  {"route", request.route},
                  {"status", request.status},
                  {"bytes", request.bytes},
                  {"ms", std::round(request.milliseconds * 100) / 100},
                  {"generation", request.generation}}));
}

void Log::event(std::string_view level, std::string_view message) {
    line(printed(
        {{"time", now_text()}, {"level", level}, {"event", "server"}, {"message", message}}));
}

void Log::line(std::string text) {
    const std::lock_guard lock(mutex_);
    write_(text + '\n');
}

}  // namespace commsearch::server
