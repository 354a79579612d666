#include "searcher/server/ops/index_follower.h"

#include <chrono>

namespace commsearch::server {
namespace {

/// How often CURRENT is looked at: a new generation serves within two seconds.
constexpr std::chrono::milliseconds look_every{400};

}  // namespace

Generations::Generations(std::filesystem::path index_folder, std::size_t workers, Metrics& metrics,
                         Log& log)
    : index_folder_(std::move(index_folder)),
      workers_(workers),
      metrics_(metrics),
      log_(log),
      current_(opened()) {
    metrics_.generation_opened(current_->name());
    follower_ = std::jthread([this] { follow(); });
}

Generations::~Generations() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    stopped_.notify_all();
}

std::shared_ptr<const Snapshot> Generations::current() const {
    const std::lock_guard lock(mutex_);
    return current_;
}

std::shared_ptr<const Snapshot> Generations::opened() const {
    return std::make_shared<const Snapshot>(Snapshot{Searcher::open_many(index_folder_, workers_)});
}

void Generations::follow() {
    std::unique_lock lock(mutex_);
    while (!stopped_.wait_for(lock, look_every, [this] { return is_stopping_; })) {
        lock.unlock();
        take_new();
        lock.lock();
    }
}

void Generations::take_new() {
    try {
        if (current()->searchers.front().is_current()) return;
        std::shared_ptr<const Snapshot> next = opened();
        metrics_.generation_opened(next->name());
        log_.event("info", "serving " + next->name());
        const std::lock_guard lock(mutex_);
        current_ = std::move(next);
    } catch (const std::exception& error) {  // the one before goes on serving
        metrics_.generation_failed();
        log_.event("error", error.what());
    }
}

}  // namespace commsearch::server
