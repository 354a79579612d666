#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace commsearch::server {

/// A fixed number of threads that work off a queue of bounded length. Any thread may add to it.
class WorkerPool {
public:
    /// Gets the number of the worker, from 0. What it throws is dropped: the worker goes on.
    using Job = std::function<void(std::size_t worker)>;

    WorkerPool(std::size_t workers, std::size_t max_queued);
    /// Ends when every job taken is done.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False when the queue is full; then the job is not taken.
    [[nodiscard]] bool add(Job job);

private:
    void work(std::size_t worker);

    std::size_t max_queued_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> queue_;
    bool is_stopping_ = false;
    std::vector<std::jthread> threads_;  ///< last: they use all of the above
};

}  // namespace commsearch::server
