#pragma once

#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/base/fingerprint.h"

namespace commsearch {

/// The first eight bytes of a short string as a number.
[[nodiscard]] inline std::uint64_t word_head(std::string_view word) {
    const auto load = [&](std::size_t at, std::size_t size) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, word.data() + at, size);
        return bytes;
    };
    const std::size_t size = word.size();
    if (size >= 8) return load(0, 8);
    if (size >= 4) return load(0, 4) | load(size - 4, 4) << (8 * (size - 4));
    if (size == 0) return 0;
    // The first, the middle and the last byte are all there are.
    return load(0, 1) | load(size / 2, 1) << (8 * (size / 2)) |
           load(size - 1, 1) << (8 * (size - 1));
}

/// Values by short strings: open addressing, with the first eight bytes in the slot, so that
/// finding a syllable costs little more than its hash. The analyzer runs 5 to 8 % more instructions
/// with boost::unordered_flat_map (docs/decisions/28-word-table.md). References stay until clear().
/// Several threads may find() at once, none while another adds.
template <typename Value>
class WordTable {
public:
    WordTable() = default;
    WordTable(const WordTable&) = delete;
    WordTable& operator=(const WordTable&) = delete;
    WordTable(WordTable&&) noexcept = default;
    WordTable& operator=(WordTable&&) noexcept = default;
    ~WordTable() = default;

    [[nodiscard]] const Value* find(std::string_view key) const {
        const std::uint64_t head = word_head(key);
        for (std::size_t at = place_of(head, key);; at = (at + 1) & mask()) {
            const Slot& slot = slots_[at];
            if (slot.entry == nullptr) return nullptr;
            if (slot.head == head && slot.entry->first.size() == key.size() &&
                (key.size() <= 8 || slot.entry->first == key)) {
                return &slot.entry->second;
            }
        }
    }

    /// Adds a key that find() does not know.
    Value& add(std::string_view key, Value value) {
        if (2 * (entries_.size() + 1) > slots_.size()) grow();
        entries_.emplace_back(std::string(key), std::move(value));
        enter({word_head(key), &entries_.back()});
        return entries_.back().second;
    }

    [[nodiscard]] std::size_t size() const { return entries_.size(); }

    void clear() {
        entries_.clear();
        slots_.assign(first_slots, {});
    }

private:
    using Entry = std::pair<std::string, Value>;
    struct Slot {
        std::uint64_t head = 0;
        Entry* entry = nullptr;
    };
    static constexpr std::size_t first_slots = 1024;

    [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }

    /// Where a key is looked for first.
    [[nodiscard]] std::size_t place_of(std::uint64_t head, std::string_view key) const {
        constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
        std::uint64_t hash = (head ^ key.size()) * factor;
        if (key.size() > 8) hash = (hash ^ word_head(key.substr(key.size() - 8))) * factor;
        if (key.size() > 16) hash ^= fingerprint(key);
        return (hash ^ hash >> 32U) & mask();
    }

    void enter(const Slot& slot) {
        std::size_t at = place_of(slot.head, slot.entry->first);
        while (slots_[at].entry != nullptr) at = (at + 1) & mask();
        slots_[at] = slot;
    }

    void grow() {
        std::vector<Slot> old(2 * slots_.size());
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.entry != nullptr) enter(slot);
        }
    }

    std::deque<Entry> entries_;
    std::vector<Slot> slots_ = std::vector<Slot>(first_slots);
};

}  // namespace commsearch
