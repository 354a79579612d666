#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/index/open_index.h"
#include "searcher/index/passage_set.h"
#include "searcher/plan/condition.h"

namespace commsearch {

/// Finds the passages that meet a condition: postings become sets of bits, which are joined; what
/// is left of a phrase or nearness is decided by the words of its passages.
class ConditionReader {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// `index` must live longer. TimeLimit is thrown when the deadline passes.
    ConditionReader(const OpenIndex& index, Time deadline) : index_(index), deadline_(deadline) {}

    [[nodiscard]] PassageSet read(const Condition& condition) const;

private:
    [[nodiscard]] PassageSet none_of_them() const;
    [[nodiscard]] PassageSet every_passage() const;
    [[nodiscard]] PassageSet holders(const std::string& term) const;
    [[nodiscard]] PassageSet read_postings(const std::string& term) const;
    [[nodiscard]] PassageSet dated(std::uint32_t from, std::uint32_t to) const;
    [[nodiscard]] PassageSet all(const std::vector<Condition>& parts) const;
    [[nodiscard]] PassageSet any(const std::vector<Condition>& parts) const;
    /// Those of `set` that meet it.
    [[nodiscard]] PassageSet filtered(const PassageSet& set, const Condition& condition) const;
    [[nodiscard]] PassageSet near(const PassageSet& set, const Nearness& near) const;

    /// A few passages, ascending: to look at each is cheaper than to join sets of bits.
    using Few = std::vector<std::uint32_t>;
    [[nodiscard]] Few few_meeting(const Few& few, const Condition& condition) const;
    [[nodiscard]] Few few_holding(const Few& few, const std::string& term) const;
    [[nodiscard]] Few few_meeting_any(const Few& few, const std::vector<Condition>& parts) const;
    [[nodiscard]] Few few_near(const Few& few, const Nearness& near) const;

    /// Postings that have to be read for it, about.
    [[nodiscard]] double cost(const Condition& condition) const;
    void look_at_clock() const;

    const OpenIndex& index_;
    Time deadline_;
};

}  // namespace commsearch
