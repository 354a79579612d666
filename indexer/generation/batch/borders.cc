#include "indexer/generation/batch/borders.h"

namespace commsearch::generation {

void Borders::add(std::uint64_t rank, std::uintmax_t start) {
    while (!undecided_.empty() && start - undecided_.front().start > window_) decide_first();
    while (!least_.empty() && least_.back().rank > rank) least_.pop_back();
    undecided_.push_back({rank, start});
    least_.push_back({rank, start});
}

void Borders::finish() {
    while (!undecided_.empty()) decide_first();
    least_.clear();
}

void Borders::decide_first() {
    const Item item = undecided_.front();
    undecided_.pop_front();
    while (least_.front().start + window_ < item.start) least_.pop_front();
    decide_(least_.front().start == item.start);
}

}  // namespace commsearch::generation
