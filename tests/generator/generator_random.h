#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace commsearch {

/// splitmix64 (Steele, Lea, Flood 2014): the same numbers on every machine, unlike the
/// distributions of <random>.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    /// 0 … bound-1; 0 when bound is 0.
    std::uint32_t below(std::uint32_t bound) {
        return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U);
    }
    /// Both ends included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + below(static_cast<std::uint32_t>(high - low + 1));
    }
    bool one_in(std::uint32_t odds) { return below(odds) == 0; }
    bool percent(std::uint32_t share) { return below(100) < share; }

    template <typename T>
    void shuffle(std::span<T> items) {
        for (std::size_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
        }
    }

private:
    std::uint64_t state_;
};

/// One seed out of two, so that streams do not touch each other.
[[nodiscard]] inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    return Random(a ^ (b * 0xD1342543DE82EF95U + 0x632BE59BD9B4E019U)).next();
}

/// FNV-1a.
[[nodiscard]] inline std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }
    return hash;
}

/// Zipf's law in integers: rank r (from 0) has the weight 1 / (r + 2).
class ZipfLaw {
public:
    static constexpr std::uint32_t max_ranks = 4096;

    ZipfLaw() : below_(max_ranks + 1) {
        for (std::uint32_t rank = 0; rank < max_ranks; ++rank) {
            below_[rank + 1] = below_[rank] + (1U << 24U) / (rank + 2);
        }
    }
    /// A rank below `ranks`, which is 1 … max_ranks.
    [[nodiscard]] std::uint32_t choose(Random& random, std::uint32_t ranks) const {
        const std::uint32_t at = random.below(below_[ranks]);
        std::uint32_t low = 0;
        std::uint32_t high = ranks - 1;
        while (low < high) {
            const std::uint32_t middle = (low + high) / 2;
            if (at < below_[middle + 1]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

private:
    std::vector<std::uint32_t> below_;  ///< sum of the weights of the ranks before
};

}  // namespace commsearch
