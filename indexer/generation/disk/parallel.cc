#include "indexer/generation/disk/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace commsearch::generation {

void run_parallel(std::size_t count, std::size_t jobs,
                  const std::function<std::function<void(std::size_t)>()>& make) {
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::exception_ptr error;
    const auto run = [&] {
        try {
            const std::function<void(std::size_t)> work = make();
            for (std::size_t i = next++; i < count; i = next++) work(i);
        } catch (...) {
            next = count;
            const std::lock_guard lock(mutex);
            if (!error) error = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        const std::size_t size = std::clamp<std::size_t>(jobs, 1, std::max<std::size_t>(count, 1));
        for (std::size_t i = 0; i < size; ++i) threads.emplace_back(run);
    }
    if (error) std::rethrow_exception(error);
}

}  // namespace commsearch::generation
