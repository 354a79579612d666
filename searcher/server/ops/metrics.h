#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace commsearch::server {

/// What the server counts, told as Prometheus text. Any thread may use it.
class Metrics {
public:
    /// Why a request or connection was turned away; failed: by an unexpected error of the server.
    enum class Refusal : std::uint8_t {
        queue_full,
        connections,
        per_address,
        malformed,
        too_slow,
        failed
    };

    void answered(const std::string& route, int status, std::chrono::duration<double> time);
    void refused(Refusal why) { ++refusals_.at(static_cast<std::size_t>(why)); }
    void generation_opened(const std::string& name);
    void generation_failed() { ++generation_failures_; }

    std::atomic<std::int64_t> connections = 0;  ///< open
    std::atomic<std::int64_t> queued = 0;       ///< requests waiting for a worker
    std::atomic<std::int64_t> working = 0;      ///< requests with a worker

    /// Text format 0.0.4.
    [[nodiscard]] std::string text() const;

private:
    static constexpr std::array<double, 10> bounds = {.001, .0025, .005, .01, .025,
                                                      .05,  .1,    .25,  1,   5};
    struct Route {
        std::map<int, std::uint64_t> by_status;
        std::array<std::uint64_t, bounds.size() + 1> buckets{};
        double seconds = 0;
    };

    mutable std::mutex mutex_;
    std::map<std::string, Route> routes_;
    std::string generation_;
    std::uint64_t generations_ = 0;
    std::atomic<std::uint64_t> generation_failures_ = 0;
    std::array<std::atomic<std::uint64_t>, 6> refusals_{};
};

}  // namespace commsearch::server
