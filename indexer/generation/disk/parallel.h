#pragma once

#include <cstddef>
#include <functional>

namespace commsearch::generation {

/// Calls a function for each of 0 … count - 1, begun in that order, on `jobs` threads; `make` gives
/// each thread a function of its own. The first exception of any of them stops the others and is
/// thrown.
void run_parallel(std::size_t count, std::size_t jobs,
                  const std::function<std::function<void(std::size_t)>()>& make);

}  // namespace commsearch::generation
