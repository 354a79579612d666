#include "indexer/generation/disk/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <stdexcept>
#include <vector>

namespace commsearch::generation {
namespace {

TEST(RunParallel, DoesEachOnce) {
    for (const std::size_t jobs : {1U, 2U, 7U}) {
        for (const std::size_t count : {0U, 1U, 3U, 500U}) {
            std::vector<std::atomic<int>> done(count);
            std::atomic<std::size_t> made = 0;
            run_parallel(count, jobs, [&] {
                ++made;
                return [&](std::size_t i) { ++done[i]; };
            });
            for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(done[i], 1) << i;
            EXPECT_LE(made, jobs) << "a thread has one function of its own";
        }
    }
}

TEST(RunParallel, TheFirstExceptionEndsAll) {
    for (const std::size_t jobs : {1U, 4U}) {
        std::atomic<std::size_t> done = 0;
        const auto make = [&] {
            return [&](std::size_t i) {
                if (i == 3) throw std::runtime_error("three");
                ++done;
            };
        };
        EXPECT_THROW(run_parallel(100'000, jobs, make), std::runtime_error);
        EXPECT_LT(done, 100'000U - 1);
        const auto make_throws = []() -> std::function<void(std::size_t)> {
            throw std::runtime_error("none made");
        };
        EXPECT_THROW(run_parallel(3, jobs, make_throws), std::runtime_error);
    }
}

}  // namespace
}  // namespace commsearch::generation
