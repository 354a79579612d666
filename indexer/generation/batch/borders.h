#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>

namespace commsearch::generation {

/// Content-defined chunking of a sequence: an item opens a new group when its rank is the least of
/// those that begin within `window` before and behind it. So an item that comes, goes or changes
/// moves only borders within that distance. Groups hold about two windows. Not for two threads at
/// once.
class Borders {
public:
    /// `decide` is called for each item, in order, with whether it opens a group.
    Borders(std::uintmax_t window, std::function<void(bool opens)> decide)
        : window_(window), decide_(std::move(decide)) {}

    /// The next item. `start` is the size of all items before it, counted so that no two items
    /// begin at the same place. Of equal ranks the first counts.
    void add(std::uint64_t rank, std::uintmax_t start);
    /// Ends the sequence. Another may follow.
    void finish();

private:
    struct Item {
        std::uint64_t rank;
        std::uintmax_t start;
    };

    void decide_first();

    std::uintmax_t window_;
    std::function<void(bool)> decide_;
    std::deque<Item> undecided_;
    std::deque<Item> least_;  ///< of the window of the first undecided; ranks rise
};

}  // namespace commsearch::generation
