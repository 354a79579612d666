#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "searcher/searcher.h"
#include "searcher/server/ops/log.h"
#include "searcher/server/ops/metrics.h"

namespace commsearch::server {

/// One generation with a searcher for each worker.
struct Snapshot {
    std::vector<Searcher> searchers;
    [[nodiscard]] const std::string& name() const { return searchers.front().generation(); }
};

/// Follows the published generation of an index: a new one is opened beside the one that serves and
/// takes its place once it is ready; one that does not open leaves the old one in place. It has a
/// thread of its own for that; any thread may call current().
class Generations {
public:
    /// Opens the published generation. Throws Error when there is none. All must live longer.
    Generations(std::filesystem::path index_folder, std::size_t workers, Metrics& metrics,
                Log& log);
    ~Generations();
    Generations(const Generations&) = delete;
    Generations& operator=(const Generations&) = delete;

    /// Shared because requests in flight end on the generation they began with, whichever of them
    /// is the last.
    [[nodiscard]] std::shared_ptr<const Snapshot> current() const;

private:
    [[nodiscard]] std::shared_ptr<const Snapshot> opened() const;
    void follow();
    /// Where there is one.
    void take_new();

    std::filesystem::path index_folder_;
    std::size_t workers_;
    Metrics& metrics_;
    Log& log_;
    mutable std::mutex mutex_;
    std::shared_ptr<const Snapshot> current_;
    std::condition_variable stopped_;
    bool is_stopping_ = false;
    std::jthread follower_;  ///< last: it uses all of the above
};

}  // namespace commsearch::server
