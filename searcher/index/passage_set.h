#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace commsearch::index {

/// A set of documents of an index, one bit each. A value: several threads may read one, none while
/// another changes it.
class PassageSet {
public:
    /// Empty; for documents up to `last`.
    explicit PassageSet(std::uint32_t last) : last_(last), words_(last / bits + std::size_t{1}) {}

    /// Ignores a number behind the last, which only a damaged index has.
    void add(std::uint32_t document) {
        if (document <= last_) words_[document / bits] |= bit(document);
    }
    /// Adds `count` documents from `first` on; ignores those behind the last.
    void add_range(std::uint32_t first, std::uint32_t count) {
        if (first > last_) return;
        count = std::min(count, last_ - first + 1);
        for (; count > 0 && first % bits != 0; --count) add(first++);
        for (; count >= bits; count -= bits, first += bits)
            words_[first / bits] = ~std::uint64_t{0};
        for (; count > 0; --count) add(first++);
    }
    [[nodiscard]] bool holds(std::uint32_t document) const {
        return document <= last_ && (words_[document / bits] & bit(document)) != 0;
    }
    [[nodiscard]] std::size_t size() const {
        std::size_t count = 0;
        for (const std::uint64_t word : words_)
            count += static_cast<std::size_t>(std::popcount(word));
        return count;
    }

    [[nodiscard]] std::size_t bytes() const { return words_.size() * sizeof(std::uint64_t); }

    // Both sets must be of one index.
    PassageSet& operator|=(const PassageSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }
    PassageSet& operator&=(const PassageSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        return *this;
    }
    PassageSet& operator-=(const PassageSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
        return *this;
    }

    /// Calls `use` for each document, ascending.
    template <typename Use>
    void each(Use use) const {
        each_in(0, static_cast<std::uint32_t>(words_.size() * bits), use);
    }
    /// The same for those in [first, last).
    template <typename Use>
    void each_in(std::uint32_t first, std::uint32_t last, Use use) const {
        for (std::size_t i = first / bits; i < words_.size() && i * bits < last; ++i) {
            for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
                const std::uint32_t document = static_cast<std::uint32_t>(i * bits) +
                                               static_cast<std::uint32_t>(std::countr_zero(rest));
                if (document >= first && document < last) use(document);
            }
        }
    }
    /// The document that has `before` smaller ones in the set; there must be one.
    [[nodiscard]] std::uint32_t nth(std::size_t before) const {
        std::uint32_t found = 0;
        each([&](std::uint32_t document) {
            if (before-- == 0) found = document;
        });
        return found;
    }

private:
    static constexpr std::uint32_t bits = 64;
    static std::uint64_t bit(std::uint32_t document) {
        return std::uint64_t{1} << (document % bits);
    }

    std::uint32_t last_;
    std::vector<std::uint64_t> words_;
};

}  // namespace commsearch::index
