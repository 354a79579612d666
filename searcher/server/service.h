#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "searcher/server/http/http.h"
#include "searcher/server/ops/index_follower.h"
#include "searcher/server/ops/log.h"
#include "searcher/server/ops/metrics.h"

namespace commsearch::server {

/// The endpoints: one request in, one answer out. Knows nothing of connections. For many threads at
/// once, each with a `worker` of its own.
class Service {
public:
    struct Options {
        std::vector<std::string> cors_origins;  ///< may read answers from pages; "*": any
    };

    /// All of them must live longer.
    Service(const Generations& generations, Metrics& metrics, Log& log, Options options)
        : generations_(generations), metrics_(metrics), log_(log), options_(std::move(options)) {}

    /// Whatever is thrown on the way is an answer too. `worker` is below the number that the
    /// generations were opened for.
    [[nodiscard]] HttpResponse handle(const HttpRequest& request, std::size_t worker);

    /// From now on /readyz says no.
    void stop() { is_stopping_ = true; }

private:
    [[nodiscard]] HttpResponse route(const HttpRequest& request, const Searcher& searcher) const;
    [[nodiscard]] HttpResponse status(const HttpRequest& request,
                                      const std::string& generation) const;
    /// Lets the page that asks read the answer, if it may.
    void allow_origin(const HttpRequest& request, HttpResponse& response) const;

    const Generations& generations_;
    Metrics& metrics_;
    Log& log_;
    Options options_;
    std::atomic<bool> is_stopping_ = false;
};

}  // namespace commsearch::server
