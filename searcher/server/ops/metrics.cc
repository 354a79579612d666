#include "searcher/server/ops/metrics.h"

#include <algorithm>
#include <sstream>
#include <string_view>

namespace commsearch::server {
namespace {

constexpr std::array<std::string_view, 6> refusal_names = {
    "queue_full", "connections", "per_address", "malformed", "too_slow", "failed"};

void head(std::ostringstream& out, std::string_view name, std::string_view type,
          std::string_view help) {
    out << "# HELP commsearch_" << name << ' ' << help << "\n# TYPE commsearch_" << name << ' '
        << type << '\n';
}

}  // namespace

void Metrics::answered(const std::string& route, int status, std::chrono::duration<double> time) {
    const std::lock_guard lock(mutex_);
    Route& its = routes_[route];
    ++its.by_status[status];
    const auto bound = std::lower_bound(bounds.begin(), bounds.end(), time.count());
    ++its.buckets.at(static_cast<std::size_t>(bound - bounds.begin()));
    its.seconds += time.count();
}

void Metrics::generation_opened(const std::string& name) {
    const std::lock_guard lock(mutex_);
    generation_ = name;
    ++generations_;
}

std::string Metrics::text() const {
    const std::lock_guard lock(mutex_);
    std::ostringstream out;
    head(out, "requests_total", "counter", "Requests answered.");
    for (const auto& [route, its] : routes_) {
        for (const auto& [status, count] : its.by_status) {
            out << "commsearch_requests_total{route=\"" << route << "\",status=\"" << status
                << "\"} " << count << '\n';
        }
    }
    head(out, "request_seconds", "histogram", "From the last byte of a request to its answer.");
    for (const auto& [route, its] : routes_) {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < its.buckets.size(); ++i) {
            sum += its.buckets.at(i);
            out << "commsearch_request_seconds_bucket{route=\"" << route << "\",le=\"";
            if (i < bounds.size()) {
                out << bounds.at(i);
            } else {
                out << "+Inf";
            }
            out << "\"} " << sum << '\n';
        }
        out << "commsearch_request_seconds_sum{route=\"" << route << "\"} " << its.seconds << '\n'
            << "commsearch_request_seconds_count{route=\"" << route << "\"} " << sum << '\n';
    }
    head(out, "refused_total", "counter", "Requests and connections turned away.");
    for (std::size_t i = 0; i < refusals_.size(); ++i) {
        out << "commsearch_refused_total{reason=\"" << refusal_names.at(i) << "\"} "
            << refusals_.at(i) << '\n';
    }
    head(out, "connections", "gauge", "Open connections.");
    out << "commsearch_connections " << connections << '\n';
    head(out, "requests_queued", "gauge", "Requests that wait for a worker.");
    out << "commsearch_requests_queued " << queued << '\n';
    head(out, "requests_working", "gauge", "Requests that a worker answers.");
    out << "commsearch_requests_working " << working << '\n';
    head(out, "generations_opened_total", "counter", "Generations of the index opened.");
    out << "commsearch_generations_opened_total " << generations_ << '\n';
    head(out, "generation_failures_total", "counter", "Published generations that did not open.");
    out << "commsearch_generation_failures_total " << generation_failures_ << '\n';
    head(out, "generation_info", "gauge", "The generation that answers.");
    out << "commsearch_generation_info{generation=\"" << generation_ << "\"} 1\n";
    return out.str();
}

}  // namespace commsearch::server
